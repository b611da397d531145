package io.stacgenerator.internal.downgrade;

import io.stacgenerator.StacVersion;
import io.stacgenerator.internal.field.KnownFields;
import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.spi.field.Field;
import io.stacgenerator.spi.field.FieldHolder;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a STAC 1.1.0 Item into one of STAC 1.0.0 with the extensions of that time.
 *
 * <p>What 1.0.0 has another place for moves there: {@code bands} and the values that bands inherit become the arrays
 * that {@link io.stacgenerator.spi.field.LegacyBand} names; other fields each extension converts itself. What it has no
 * place for at all is left out.
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
        LegacyBandFields bands = new LegacyBandFields(known);
        BandArrays.downgrade(old, bands);
        known.installed().forEach(extension -> declare(extension, bands.arrays(), old));
        return old.toMap();
    }

    /** Declares an extension whose arrays have come, and no longer one whose fields have gone. */
    private static void declare(StacExtension extension, Set<String> arrays, OldItem old) {
        String uri = extension.schemaUri(StacVersion.V1_0_0);
        List<String> own = old.holders().stream()
                .flatMap(holder -> holder.members().keySet().stream())
                .filter(name -> Field.prefixOf(name)
                        .filter(extension.prefixes()::contains)
                        .isPresent())
                .toList();
        if (own.stream().anyMatch(arrays::contains)) {
            old.declare(uri);
        } else if (own.isEmpty() && extension.schemaRules().isUseRequired()) {
            old.undeclare(uri);
        }
    }
}
