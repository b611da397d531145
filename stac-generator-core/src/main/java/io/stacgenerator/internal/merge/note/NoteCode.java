package io.stacgenerator.internal.merge.note;

import static io.stacgenerator.ErrorCode.INVALID_METADATA;
import static io.stacgenerator.ErrorCode.METADATA_CONFLICT;

import io.stacgenerator.ErrorCode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that merging has to report, and how grave it is. */
public enum NoteCode {
    /** A value was brought to the type of its field. */
    COERCED(Level.INFO),
    /** A single value was made an array. */
    WRAPPED(Level.INFO),
    /** A time was brought to UTC and to the form of RFC 3339. */
    NORMALISED_TIME(Level.INFO),
    /** An azimuth was brought into 0 to 360 degrees. */
    NORMALISED_AZIMUTH(Level.INFO),
    /** A short name in {@code stac_extensions} was resolved. */
    SHORT_NAME(Level.INFO),
    /** An extension was given in a version other than the one that is written. */
    EXTENSION_VERSION(Level.INFO),
    /** An extension was declared, but no field of it is used. */
    UNUSED_EXTENSION_REMOVED(Level.INFO),
    /** Band arrays of STAC 1.0 were converted. */
    UPGRADED_BANDS(Level.INFO),
    /** A field stood at the top of the document. */
    MOVED_TO_PROPERTIES(Level.INFO),
    /** A member that STAC does not know stays at the top of the Item. */
    FOREIGN_MEMBER(Level.INFO),
    /** A field has the prefix of no known extension and was kept. */
    UNKNOWN_PREFIX(Level.INFO),
    /** {@code properties.bands} went to the only data asset. */
    BANDS_MOVED_TO_ASSET(Level.INFO),
    /** A generated asset took the key that a document gives it. */
    ASSET_RENAMED(Level.INFO),
    /** A ring of the geometry was closed. */
    RING_CLOSED(Level.INFO),
    /** A ring of the geometry was turned. */
    WINDING_REPAIRED(Level.INFO),
    /** The geometry was made from a bounding box. */
    GEOMETRY_FROM_BBOX(Level.INFO),
    /** A signature, key or user-info was taken out of an href. */
    CREDENTIALS_REMOVED(Level.INFO),
    /** Two documents differ; the later one won. */
    CONFLICT(Level.INFO, METADATA_CONFLICT),

    /** A time has no zone and was taken as UTC. */
    ASSUMED_UTC(Level.WARN),
    /** A document is no JSON object. */
    NOT_AN_OBJECT(Level.WARN, INVALID_METADATA),
    /** A value cannot be brought to the type of its field and was dropped. */
    INVALID_TYPE(Level.WARN, INVALID_METADATA),
    /** A value is not among those its field allows and was dropped. */
    INVALID_VALUE(Level.WARN, INVALID_METADATA),
    /** A number is outside the range of its field and was dropped. */
    OUT_OF_RANGE(Level.WARN, INVALID_METADATA),
    /** An extension whose schema is closed does not know the field, which was dropped. */
    UNKNOWN_FIELD(Level.WARN, INVALID_METADATA),
    /** A short name in {@code stac_extensions} is not known and was dropped. */
    UNKNOWN_EXTENSION(Level.WARN, INVALID_METADATA),
    /** An extension is used in a way that its schema refuses, and was not declared. */
    EXTENSION_INCOMPLETE(Level.WARN, INVALID_METADATA),
    /** A member that belongs to the generator was kept. */
    PROTECTED(Level.WARN),
    /** A member that an Item must have cannot be removed. */
    NULL_IGNORED(Level.WARN),
    /** The data contradict the metadata and won. */
    MEASURED_KEPT(Level.WARN, METADATA_CONFLICT),
    /** The metadata contradict the data and won. */
    MEASURED_REPLACED(Level.WARN, METADATA_CONFLICT),
    /** The bands of a document do not fit those of the file. */
    BANDS_MISMATCH(Level.WARN, INVALID_METADATA),
    /** {@code properties.bands} belongs to no one asset and was dropped. */
    BANDS_DROPPED(Level.WARN),
    /** A new asset has no href and was dropped. */
    ASSET_WITHOUT_HREF(Level.WARN, INVALID_METADATA),
    /** A bounding box does not count next to a geometry. */
    BBOX_IGNORED(Level.WARN),
    /** A bounding box is malformed and was dropped. */
    INVALID_BBOX(Level.WARN, INVALID_METADATA),
    /** A geometry is malformed and was dropped. */
    INVALID_GEOMETRY(Level.WARN, INVALID_METADATA),
    /** A geometry is not in degrees, so probably projected, and was dropped. */
    GEOMETRY_NOT_WGS84(Level.WARN, INVALID_METADATA),
    /** The geometry crosses the antimeridian and was cut there. */
    GEOMETRY_SPANS_ANTIMERIDIAN(Level.WARN),
    /** Longitudes of 180 to 360 degrees were brought into -180 to 180. */
    LONGITUDES_WRAPPED(Level.WARN),
    /** Rings of the geometry met themselves and were taken apart. */
    GEOMETRY_REPAIRED(Level.WARN),
    /** One of {@code start_datetime} and {@code end_datetime} is missing; the other was dropped. */
    INCOMPLETE_RANGE(Level.WARN, INVALID_METADATA),
    /** {@code start_datetime} is after {@code end_datetime}; both were dropped. */
    REVERSED_RANGE(Level.WARN, INVALID_METADATA),
    /** A collection id cannot be set, because there is no link to the collection. */
    COLLECTION_WITHOUT_LINK(Level.WARN),
    /** {@code datetime} is null, but there is no range; another source is asked. */
    DATETIME_MISSING(Level.WARN, INVALID_METADATA);

    /** How grave a note is. */
    public enum Level {
        /** Something was understood or put in order. */
        INFO,
        /** Something was not used as it was given. */
        WARN
    }

    private final Level level;
    private final @Nullable ErrorCode error;

    NoteCode(Level level) {
        this(level, null);
    }

    NoteCode(Level level, @Nullable ErrorCode error) {
        this.level = level;
        this.error = error;
    }

    /**
     * Returns how grave it is.
     *
     * @return the level
     */
    public Level level() {
        return level;
    }

    /**
     * Returns the error that it is in strict mode.
     *
     * @return empty when strict mode lets it pass
     */
    public Optional<ErrorCode> error() {
        return Optional.ofNullable(error);
    }

    /**
     * Returns whether a user should be warned: of what was not used as it was given, and of documents that differ.
     *
     * @return true for a warning
     */
    public boolean warns() {
        return level != Level.INFO || this == CONFLICT;
    }

    /**
     * Returns the stable name.
     *
     * @return the name in lower case with hyphens
     */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
