package io.stacgenerator.internal.geotiff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.stacgenerator.ErrorCode;
import io.stacgenerator.StacGeneratorException;
import io.stacgenerator.Warning;
import io.stacgenerator.internal.attributetable.AttributeTable;
import io.stacgenerator.internal.attributetable.DbfTable;
import io.stacgenerator.internal.crs.ReferenceSystems;
import io.stacgenerator.internal.geo.AffineFit;
import io.stacgenerator.internal.geotiff.pixels.OverviewFile;
import io.stacgenerator.internal.geotiff.tiff.Ifd;
import io.stacgenerator.internal.storage.SideFiles;
import io.stacgenerator.spi.StorageObject;
import io.stacgenerator.spi.raster.CrsDefinition;
import io.stacgenerator.spi.raster.GeoTransform;
import io.stacgenerator.spi.raster.GroundControlPoint;
import io.stacgenerator.spi.raster.Raster;
import io.stacgenerator.spi.raster.RasterSize;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What GDAL looks for next to a TIFF. */
final class Sidecars {

    /** Tables of classes are small; what is beyond is left out. */
    private static final int MAX_TABLE = 4 << 20;

    private static final List<String> RPC_ENDINGS =
            List.of(".RPB", ".rpb", "_RPC.TXT", "_rpc.txt", "_RPC.txt", ".rpc", ".RPC");

    /** 256 points take 25 kB. */
    private static final int MAX_TAB_BYTES = 1 << 16;

    /** 90 numbers with their names take 5 kB. */
    private static final int MAX_RPC_BYTES = 1 << 16;

    private final SideFiles files;

    Sidecars(SideFiles files) {
        this.files = files;
    }

    /**
     * Opens the overviews of an image that GDAL keeps in a file of their own; a file that is not a TIFF gives a
     * warning.
     */
    Optional<OverviewFile> overviews(Ifd image, List<Warning> warnings) throws IOException {
        String name = files.names().fileName() + ".ovr";
        Optional<StorageObject> file = files.open(name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OverviewFile.open(file.get(), image));
        } catch (StacGeneratorException e) {
            warnings.add(new Warning(
                    "overviews-unreadable", "the overviews in %s are ignored: %s".formatted(name, e.getMessage())));
            return Optional.empty();
        }
    }

    /** Opens the mask that GDAL keeps in a file of its own. */
    Optional<StorageObject> mask() throws IOException {
        return files.open(files.names().fileName() + ".msk");
    }

    /** Reads the {@code .aux.xml} of GDAL, else the {@code .aux} of ERDAS; it says nothing where there is none. */
    AuxXml auxXml(RasterSize size, List<Warning> warnings) throws IOException {
        String name = files.names().fileName() + ".aux.xml";
        try (StorageObject file = files.open(name).orElse(null)) {
            return file == null ? auxOfErdas(size) : AuxXml.read(file, name, warnings);
        }
    }

    private AuxXml auxOfErdas(RasterSize size) throws IOException {
        for (String name : files.names().auxiliaryFiles()) {
            try (StorageObject file = files.open(name).orElse(null)) {
                if (file != null && AuxOfErdas.recognizes(file)) {
                    return auxOfErdas(file, name, size);
                }
            }
        }
        return AuxXml.none();
    }

    /** It is an Imagine file without pixels, which GDAL reads. */
    private AuxXml auxOfErdas(StorageObject file, String name, RasterSize size) throws IOException {
        try (Raster raster = files.raster(file).orElse(null)) {
            if (raster == null) {
                files.warn(name, "no installed reader opens it");
                return AuxXml.none();
            }
            Optional<String> fault =
                    AuxOfErdas.fault(raster.info(), files.names().fileName(), size);
            fault.ifPresent(reason -> files.warn(name, reason));
            return fault.isPresent() ? AuxXml.none() : AuxOfErdas.of(raster.info());
        } catch (StacGeneratorException e) {
            if (e.code() != ErrorCode.INVALID_RASTER) {
                throw e;
            }
            files.warn(name, String.valueOf(e.getMessage()));
            return AuxXml.none();
        }
    }

    /** Reads the attribute table of ArcGIS; it has no rows where there is none. */
    AttributeTable attributeTable() throws IOException {
        for (String name : files.names().attributeTables()) {
            try (StorageObject file = files.open(name).orElse(null)) {
                if (file != null) {
                    return DbfTable.read(file.read(0, MAX_TABLE)).orElseGet(AttributeTable::new);
                }
            }
        }
        return new AttributeTable();
    }

    /** Reads the rational polynomial coefficients of a vendor, by the names that GDAL knows and in its order. */
    Map<String, String> rpc() throws IOException {
        for (String ending : RPC_ENDINGS) {
            try (StorageObject file = files.open(files.names().stem() + ending).orElse(null)) {
                Map<String, String> read = file == null
                        ? Map.of()
                        : RpcFile.parse(
                                ISO_8859_1.decode(file.read(0, MAX_RPC_BYTES)).toString());
                if (!read.isEmpty()) {
                    return read;
                }
            }
        }
        return Map.of();
    }

    /**
     * Puts a place together as GDAL does: by the {@code .aux.xml}, then by the image, then by a table of MapInfo, then
     * by a world file.
     */
    Georeference complete(Georeference place, AuxXml aux, List<Warning> warnings) throws IOException {
        Georeference complete = told(place, aux);
        if (complete.located()) {
            return complete;
        }
        Georeference registered = fromTable(complete, warnings);
        return registered.located() ? registered : fromWorldFile(registered);
    }

    private static Georeference told(Georeference place, AuxXml aux) {
        CrsDefinition crs = aux.crs() == null ? place.crs() : aux.crs();
        if (aux.points().isEmpty()) {
            return aux.transform() == null ? place.in(crs) : place.at(aux.transform(), crs);
        }
        return by(aux.points(), place, aux.pointsCrs() == null ? crs : aux.pointsCrs());
    }

    private static Georeference by(List<GroundControlPoint> points, Georeference place, @Nullable CrsDefinition crs) {
        GeoTransform transform = AffineFit.of(points).orElse(null);
        return transform == null ? place.by(points, crs) : place.at(transform, crs);
    }

    private Georeference fromTable(Georeference place, List<Warning> warnings) throws IOException {
        for (String name : files.names().mapInfoTables()) {
            try (StorageObject file = files.open(name).orElse(null)) {
                MapInfoTable table = file == null
                        ? null
                        : MapInfoTable.parse(
                                ISO_8859_1.decode(file.read(0, MAX_TAB_BYTES)).toString());
                if (table != null) {
                    return registered(place, table, warnings);
                }
            }
        }
        return place;
    }

    private static Georeference registered(Georeference place, MapInfoTable table, List<Warning> warnings) {
        CrsDefinition crs = place.crs();
        if (crs == null && table.coordSys() != null) {
            crs = ReferenceSystems.read(table.coordSys(), warnings).orElse(null);
        }
        return table.points().isEmpty() ? place.in(crs) : by(table.points(), place, crs);
    }

    private Georeference fromWorldFile(Georeference place) throws IOException {
        for (String name : files.names().worldFiles()) {
            try (StorageObject file = files.open(name).orElse(null)) {
                GeoTransform transform = file == null ? null : WorldFile.read(file);
                if (transform != null) {
                    return place.at(transform, place.crs());
                }
            }
        }
        return place;
    }
}
