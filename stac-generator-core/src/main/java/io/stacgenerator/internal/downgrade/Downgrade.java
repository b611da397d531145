package io.stacgenerator.internal.downgrade;

import io.stacgenerator.StacVersion;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.spi.FieldHolder;
import io.stacgenerator.spi.StacExtension;
import java.util.List;
import java.util.Map;

/**
 * Turns a STAC 1.1.0 Item into one of STAC 1.0.0 with the extensions of that time.
 *
 * <p>What 1.0.0 has another place for moves there: {@code bands} and the values that bands inherit become the arrays
 * that {@link io.stacgenerator.spi.LegacyBand} names; other fields each extension converts itself. What it has no place
 * for at all is left out.
 */
public final class Downgrade {

    private final KnownFields known;

    /**
     * Creates a downgrade.
     *
     * @param known the fields, and the extensions that convert theirs
     */
    public Downgrade(KnownFields known) {
        this.known = known;
    }

    /**
     * Writes an Item as one of STAC 1.0.0.
     *
     * @param item a valid Item of STAC 1.1.0, which is not changed
     * @return a new Item; values that both versions write alike are shared with the given one
     */
    public Map<String, Object> toV100(Map<String, Object> item) {
        OldItem old = OldItem.of(item);
        List<FieldHolder> holders = old.holders();
        holders.forEach(holder -> LicenseField.downgrade(holder.members()));
        for (StacExtension extension : known.installed()) {
            old.redeclare(extension.schemaUri(StacVersion.V1_1_0), extension.downgrade(holders));
        }
        BandArrays.downgrade(old, new BandFields(known));
        declareArrays(old);
        return old.toMap();
    }

    private void declareArrays(OldItem old) {
        for (StacExtension extension : known.installed()) {
            boolean used = known.legacyBands().keySet().stream()
                    .filter(array -> extension.prefixes().stream().anyMatch(prefix -> array.startsWith(prefix + ":")))
                    .anyMatch(array -> old.assets().stream().anyMatch(asset -> asset.containsKey(array)));
            if (used) {
                old.declare(extension.schemaUri(StacVersion.V1_0_0));
            }
        }
    }
}
