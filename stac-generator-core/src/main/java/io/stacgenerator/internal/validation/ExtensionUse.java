package io.stacgenerator.internal.validation;

import io.stacgenerator.internal.field.KnownExtension;
import java.util.Optional;

/** Which extensions a document uses, as the schema of each counts it. */
interface ExtensionUse {

    /** Tells whether the schema of an extension would accept that the document declares it. */
    boolean allows(KnownExtension extension);

    /** Returns what the schema of a declared extension expects and the document lacks. */
    Optional<String> missing(KnownExtension extension);
}
