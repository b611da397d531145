package io.stacgenerator.internal.pipeline.assembly;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.Fault;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.StacVersion;
import io.stacgenerator.internal.downgrade.Downgrade;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.internal.href.Secrets;
import io.stacgenerator.internal.pipeline.service.ServiceFailures;
import io.stacgenerator.internal.validation.ItemRules;
import io.stacgenerator.model.StacItem;
import io.stacgenerator.spi.StacExtension;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks an Item and writes it in the version of STAC that is wanted. */
public final class ItemFinisher {

    private final KnownFields known;
    private final GenerationOptions options;

    public ItemFinisher(KnownFields known, GenerationOptions options) {
        this.known = known;
        this.options = options;
    }

    /** Returns the rules of STAC, and of the extensions that it declares, that an Item breaks. */
    public List<Fault> check(StacItem item) {
        Set<Fault> faults = new LinkedHashSet<>(ItemRules.check(item.toMap(), known));
        List<String> declared = item.stacExtensions();
        for (StacExtension extension : known.installed()) {
            if (declared.contains(extension.schemaUri(StacVersion.V1_1_0))) {
                faults.addAll(ServiceFailures.ask(extension, () -> extension.check(item)));
            }
        }
        return List.copyOf(faults);
    }

    /**
     * Freezes an Item.
     *
     * @throws StacGeneratorException with {@code INVALID_ITEM} when it breaks a rule of STAC or of an extension that it
     *     declares
     */
    StacItem finish(Map<String, Object> merged) {
        Map<String, Object> json = Secrets.hidden(merged);
        StacItem item = StacItem.of(json);
        List<Fault> faults = check(item);
        if (!faults.isEmpty()) {
            throw new StacGeneratorException(ErrorCode.INVALID_ITEM, "the Item would be invalid", faults);
        }
        return options.stacVersion() == StacVersion.V1_0_0 ? StacItem.of(new Downgrade(known).toV100(json)) : item;
    }
}
