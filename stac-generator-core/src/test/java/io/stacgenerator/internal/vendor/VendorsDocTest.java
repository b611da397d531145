package io.stacgenerator.internal.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stacgenerator.spi.MetadataDocument;
import io.stacgenerator.spi.vendor.Section;
import io.stacgenerator.spi.vendor.Vendor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/vendors.md} says; {@code -Dstacgenerator.writeDocs=true} writes it. Where a field comes from is
 * measured: a value of the document is changed, and the fields that change with it are made from it.
 */
final class VendorsDocTest {

    private static final Path PAGE = Path.of("..", "docs", "vendors.md");
    private static final String FILES = "assets/";

    private static final String INTRODUCTION = """
            # Vendors

            What is read of the products of vendors: which field is made from which part of which document, what each file of a
            product becomes, and where we differ from others. The page is written by
            [VendorsDocTest](../stac-generator-core/src/test/java/io/stacgenerator/internal/vendor/VendorsDocTest.java), which
            changes each value of a document in turn and lists the fields that change with it;
            `-Dstacgenerator.writeDocs=true` writes the page anew. How to add a vendor is told in
            [Extending](extending.md#a-vendor).

            A field has the unit of its extension: cloud cover in percent, elevations instead of zenith angles, azimuths clockwise
            from north, frequencies in gigahertz. Common names of bands are those of version 2.0.0 of the eo extension. `$1` stands
            for a part of the name of the file. A product without its metadata is described by the names of its files alone, as is what
            a STAC Item next to it leaves out; a scene of metadata alone is left out with a note.

            Where a vendor delivers STAC Items, such as Maxar with its Analysis-Ready Data, these are the metadata. Not a vendor here:
            EO3, whose YAML would need a library for the documents of one project, which writes STAC Items itself (`eo3-to-stac`).
            """;

    private static final String PHOTOGRAPHS = """

            ## Photographs

            Sources: Exif 2.32 (CIPA DC-008); XMP (ISO 16684-1) in the namespaces of DJI, Parrot and Pix4D, which senseFly and MicaSense
            write too. JPEG and TIFF are read, without GDAL, and no other document is needed.

            | field | from |
            |---|---|
            | `datetime` | `DateTimeOriginal` with `SubSecTimeOriginal` and `OffsetTimeOriginal`; `drone-dji:UTCAtExposure` |
            | `geometry` | `GPSLatitude`, `GPSLongitude`; `drone-dji:GpsLatitude`, `drone-dji:GpsLongitude` |
            | `platform` | `drone-dji:DroneModel` |
            | `instruments`, `camera:model` | `Model` |
            | `camera:make` | `Make` |
            | `camera:serial_number` | `BodySerialNumber`, `drone-dji:CameraSerialNumber` |
            | `camera:focal_length` | `FocalLength`, in millimeters |
            | `camera:yaw`, `camera:pitch`, `camera:roll` | `drone-dji:Gimbal*Degree`, `drone-parrot:Camera*Degree`, `Camera:*`, in degrees |
            | `camera:altitude` | `drone-dji:AbsoluteAltitude`, `GPSAltitude`, in meters above the sea |
            | `camera:relative_altitude` | `drone-dji:RelativeAltitude`, `Camera:AboveGroundAltitude`, in meters |
            | `view:off_nadir`, `view:azimuth` | pitch and yaw |
            | `eo:common_name`, `eo:center_wavelength`, `eo:full_width_half_max` of an asset of one band | `Camera:BandName`, `Camera:CentralWavelength`, `Camera:WavelengthFWHM` |

            - The geometry of an Item of which nothing is georeferenced is the position of its camera, a Point, or a MultiPoint of
              several; a warning says so. A position of zeros is ignored.
            - `camera:pitch` is -90 for a camera that looks straight down; the angles of Pix4D, which are zero then, are converted.
            - Fields with the prefix `camera` belong to no published extension and are not declared.
            - What all photographs of an Item have in common is said of the Item, what differs of the assets.
            - A JPEG without Exif and XMP, such as a thumbnail, is left to GDAL.
            """;

    /** What is made of a part of a value, such as a name, changes with one of these. */
    private static final List<UnaryOperator<String>> CHANGES = List.of(
            text -> text.replaceFirst("[0-8]", "9"),
            text -> text.chars()
                    .map(c -> c >= '0' && c <= '9' ? '0' + (c - '0' + 1) % 10 : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString(),
            text -> text.replaceAll("[A-Za-z]", "x"));

    private record Sample(String name, String file, String text, String asset) {}

    /** The strings of all sections of a name, or one of their attributes. */
    private record Value(String name, String attribute) {

        Section changed(Section section, UnaryOperator<String> change) {
            boolean matches = section.name().equals(name);
            Map<String, String> attributes = new LinkedHashMap<>(section.attributes());
            if (matches) {
                attributes.computeIfPresent(attribute, (key, value) -> change.apply(value));
            }
            String text = matches && attribute.isEmpty() ? change.apply(section.text()) : section.text();
            List<Section> parts =
                    section.parts().stream().map(part -> changed(part, change)).toList();
            return new Section(section.name(), text, attributes, parts);
        }
    }

    private record Chapter(Vendor vendor, String title, String sources, String differences, List<Sample> samples) {

        static Chapter of(Vendor vendor, String title, String sources, String differences, Sample... samples) {
            return new Chapter(vendor, title, sources, differences, List.of(samples));
        }
    }

    private static final List<Chapter> CHAPTERS = List.of(
            Chapter.of(
                    new Airbus(),
                    "Airbus",
                    """
                    Sources: Airbus, Pléiades Imagery User Guide, SPOT Imagery User Guide and Pléiades Neo User Guide, their appendices on
                    the metadata in DIMAP 2. Pléiades, Pléiades Neo, SPOT 6 and 7 and PerúSAT-1 are read.
                    """,
                    """
                    - `datetime` is the time of the center of the image; others give that of the strip that it is cut from.
                    - Bands are in the order of the file: by their index where the metadata have one, else that of red, green, blue and
                      alpha channel. The measurements of Pléiades are listed in another order.
                    - The gain of Airbus divides, so that `raster:scale` is its inverse; images that were stretched for display have none.
                    - `view:azimuth` is left out for Pléiades, whose azimuth is that of the rows of the image.
                    - The images of a delivery that were taken in one second are one Item: those of a stereo pair are one each.
                    """,
                    new Sample(
                            "DIMAP",
                            "DIM_PHR1A_MS_202108201553330_ORT_5888578101-2.XML",
                            VendorDocuments.DIMAP,
                            "IMG_PHR1A_MS_202108201553330_ORT_5888578101-2_R1C1.TIF")),
            Chapter.of(
                    new Capella(),
                    "Capella",
                    """
                    Source: Capella Space, SAR Imagery Products Format Specification: names of products, extended metadata.
                    """,
                    """
                    - The extended metadata have no outline: the image locates the Item. Of an image in slant range there is none.
                    """,
                    new Sample(
                            "Extended metadata",
                            "CAPELLA_C02_SP_GEO_HH_20201209213329_20201209213332_extended.json",
                            RadarDocuments.CAPELLA,
                            "CAPELLA_C02_SP_GEO_HH_20201209213329_20201209213332.tif")),
            Chapter.of(
                    new CosmoSkyMed(),
                    "COSMO-SkyMed",
                    """
                    Source: ASI, COSMO-SkyMed SAR Products Handbook: attributes and names of products; the delivery note of a product.
                    """,
                    """
                    - The HDF5 itself is left to [GDAL](gdal.md), so that without a delivery note the name alone tells the times.
                    - `view:off_nadir` is the mean of the look angles; others take the nearest for the angle of incidence.
                    - Of the second generation (CSG) the names alone are known.
                    """,
                    new Sample(
                            "Delivery note",
                            "DFDN_CSKS3_SCS_B_HI_09_VV_RA_SF_20140902063229_20140902063236.h5.xml",
                            RadarDocuments.COSMO_SKYMED,
                            "CSKS3_SCS_B_HI_09_VV_RA_SF_20140902063229_20140902063236.h5")),
            Chapter.of(
                    new Earthdata(),
                    "NASA Earthdata",
                    """
                    Sources: NASA, ECS Science Granule Metadata (the DTD of granules, and its form in ODL), ECHO 10 granule schema, and UMM-G;
                    LP DAAC, HLS Product User Guide. Granules of MODIS, VIIRS, ASTER and HLS are grouped and named; the metadata of others in
                    these forms are read too. The STAC Item that comes with HLS can be given as metadata instead.
                    """,
                    """
                    - A document type is passed over; nothing is loaded.
                    - A composite of several days has its first instant as `datetime`, next to the range; others leave it null.
                    - The Item is named by the whole granule, with the time of its production; others leave that out.
                    - The outline of a tile of MODIS has four corners in the metadata, though its edges are curved in degrees.
                    - Bands of a granule in HDF are those that GDAL finds; the metadata do not list them.
                    """,
                    new Sample(
                            "Granule of ECS",
                            "MOD09A1.A2022033.h19v10.061.2022042043514.hdf.xml",
                            VendorDocuments.ECS,
                            "MOD09A1.A2022033.h19v10.061.2022042043514.hdf"),
                    new Sample(
                            "Granule of ECS in ODL",
                            "AST_L1B_00307242024224227_20240729075840_2355295.hdf.met",
                            VendorDocuments.MET,
                            "AST_L1B_00307242024224227_20240729075840_2355295.hdf"),
                    new Sample(
                            "Granule of ECHO 10 (HLS)",
                            "HLS.S30.T17SLU.2020209T155956.v2.0.cmr.xml",
                            VendorDocuments.ECHO,
                            "HLS.S30.T17SLU.2020209T155956.v2.0.B8A.tif")),
            Chapter.of(
                    new GeospatialRecord(),
                    "ISO 19115 and FGDC",
                    """
                    Sources: ISO 19115:2003 in the form of ISO 19139, ISO 19115-1 in that of ISO 19115-3; FGDC-STD-001-1998.
                    """,
                    """
                    - Next to the document of a vendor, which says it more exactly, a record gives title and description alone.
                    - `license` is a name of SPDX where the constraints contain that of a license of Creative Commons or Open Data Commons, or
                      its page, else `other`.
                    - Contacts whose role STAC does not have, such as points of contact, do not become providers.
                    - Years, months and words such as `Present` are not taken for times; several days are the range of them.
                    - The extent is a box, which gives way to the footprint of a raster.
                    """,
                    new Sample("ISO 19139", "record.xml", GeospatialRecordTest.ISO, "record.tif"),
                    new Sample("FGDC CSDGM", "record.xml", GeospatialRecordTest.FGDC, "record.tif")),
            Chapter.of(
                    new Iceye(),
                    "ICEYE",
                    """
                    Sources: ICEYE, Level 1 Product Format Specification: names of products, product metadata; ICEYE product documentation:
                    file naming convention, metadata of products in COG.
                    """,
                    """
                    - `datetime` is the start of the acquisition, as it is with others; of products in COG it is the center, as told.
                    - The JSON of products in COG has the names of STAC, but frequencies in hertz; its `iceye:` members stay out.
                    """,
                    new Sample(
                            "Product metadata",
                            "ICEYE_X7_GRD_SM_154171_20211027T183203.xml",
                            RadarDocuments.ICEYE,
                            "ICEYE_X7_GRD_SM_154171_20211027T183203.tif"),
                    new Sample(
                            "Metadata of products in COG",
                            "ICEYE_75CMBF_20240612T174339Z_4119892_X11_SLF_GRD.json",
                            RadarDocuments.ICEYE_JSON,
                            "ICEYE_75CMBF_20240612T174339Z_4119892_X11_SLF_GRD.tif")),
            Chapter.of(
                    new Landsat(),
                    "Landsat",
                    """
                    Sources: USGS, Landsat Collection 2 data format control books, their chapters on the metadata file (MTL): LSDS-1822
                    (OLI and TIRS, level 1), LSDS-1328 (OLI and TIRS, level 2), LSDS-1414 (ETM+), LSDS-1415 (TM), LSDS-1416 (MSS). Bits of
                    the quality bands: the tables of bits of LSDS-1619 (Landsat 8 and 9) and LSDS-1618 (Landsat 4 to 7).
                    """,
                    """
                    - `datetime` is the center of the scene to the last digit; older Items of USGS have the day only.
                    - `view:off_nadir` is never negative, since STAC defines it so; USGS keeps the sign of the roll angle.
                    - Scale and offset are read from the group of the level of the file: an MTL of level 2 has the names
                      `REFLECTANCE_MULT_BAND_n` twice.
                    - The instrument of Landsat 7 is `etm+`, which is its name; others write `etm`.
                    - A mask has the role `metadata` next to its own, as the list of roles of STAC asks.
                    - Digital numbers of MSS have no role `reflectance`, since they are none.
                    - The MTL of Collection 1 and of scenes before it (`LC80390352014120LGN00`, `L71039035_03520140430`) is read by the names
                      that it has there. Scenes before the collections have no `landsat` fields, which are about collections.
                    - A tile of U.S. ARD of Collection 2 is placed by its name; it has the words of an MTL, and no path and row.
                    """,
                    new Sample(
                            "MTL",
                            "scene_MTL.txt",
                            VendorDocuments.MTL_TXT
                                    .replace("    CLOUD_COVER = 1.55\n", """
                                                CLOUD_COVER = 1.55
                                                CLOUD_COVER_LAND = 1.75
                                                WRS_TYPE = 2
                                                WRS_PATH = 47
                                                WRS_ROW = 27
                                            """)
                                    .replace("  GROUP = PROJECTION_ATTRIBUTES\n", """
                                              GROUP = PRODUCT_CONTENTS
                                                PROCESSING_LEVEL = "L2SP"
                                                COLLECTION_NUMBER = 02
                                                COLLECTION_CATEGORY = "T1"
                                                DIGITAL_OBJECT_IDENTIFIER = "https://doi.org/10.5066/P9OGBGM6"
                                                FILE_NAME_BAND_4 = "LC08_L2SP_047027_20201204_20210313_02_T1_SR_B4.TIF"
                                                DATA_TYPE_BAND_4 = "UINT16"
                                                LANDSAT_SCENE_ID = "LC80470272020339LGN00"
                                                DATE_PRODUCT_GENERATED = 2021-03-13T10:53:40Z
                                                PROCESSING_SOFTWARE_VERSION = "LPGS_15.3.1"
                                              END_GROUP = PRODUCT_CONTENTS
                                              GROUP = LEVEL2_SURFACE_REFLECTANCE_PARAMETERS
                                                REFLECTANCE_MULT_BAND_4 = 2.75e-05
                                                REFLECTANCE_ADD_BAND_4 = -0.2
                                              END_GROUP = LEVEL2_SURFACE_REFLECTANCE_PARAMETERS
                                              GROUP = PROJECTION_ATTRIBUTES
                                                UTM_ZONE = 10
                                                GRID_CELL_SIZE_REFLECTIVE = 30.00
                                                REFLECTIVE_LINES = 7911
                                                REFLECTIVE_SAMPLES = 7791
                                                CORNER_UL_PROJECTION_X_PRODUCT = 472500.000
                                                CORNER_UL_PROJECTION_Y_PRODUCT = 5373300.000
                                            """),
                            "LC08_L2SP_047027_20201204_20210313_02_T1_SR_B4.TIF"),
                    new Sample(
                            "Tile of U.S. Analysis Ready Data",
                            "LC08_CU_005009_20200812_20210504_02.xml",
                            VendorDocuments.ARD,
                            "LC08_CU_005009_20200812_20210504_02_SR_B4.TIF"),
                    new Sample(
                            "Scene on demand (ESPA)",
                            "LE07_L1TP_039035_20140430_20170307_01_T1.xml",
                            VendorDocuments.ESPA,
                            "LE07_L1TP_039035_20140430_20170307_01_T1_sr_band3.tif")),
            Chapter.of(
                    new Maxar(),
                    "Maxar",
                    """
                    Sources: DigitalGlobe, Imagery Support Data documentation: the chapters on IMD files and on the XML (ISD) that holds
                    them; data sheets of the sensors for wavelengths.
                    """,
                    """
                    - The Item is named by the catalog id (`CATID`), which names the image; a mosaic has several and is named by its files.
                    - A tile of Analysis-Ready Data is named by its path, `47_122022102202_2022-12-29_103001010D7D3100`, since all tiles of an
                      image have its catalog id; Maxar has slashes in the id and leaves out the day.
                    - Each image of a bundle has the bands and the distance of its own IMD; the distance of the Item is that of the
                      panchromatic image.
                    - A negative cloud cover means that it is not known, and is left out.
                    """,
                    new Sample(
                            "IMD",
                            "21OCT01101112-M2AS-012345678901_01_P001.IMD",
                            VendorDocuments.IMD.replace(
                                    "  satId = \"WV03\";\n", "  satId = \"WV03\";\n  CatId = \"104001000A1B2C00\";\n"),
                            "21OCT01101112-M2AS-012345678901_01_P001.TIF")),
            Chapter.of(
                    new OpenAerialMap(),
                    "OpenAerialMap",
                    """
                    Source: Open Imagery Network, metadata specification; the bucket of OpenAerialMap.
                    """,
                    """
                    - A distance of less than a millimeter is one in degrees, and is left out.
                    - `platform` is the kind that is told, such as `uav`.
                    """,
                    new Sample(
                            "Metadata of an image",
                            "575fcf142b67227a79b4fbfd_meta.json",
                            VendorDocuments.OPEN_AERIAL_MAP,
                            "575fcf142b67227a79b4fbfd.tif")),
            Chapter.of(
                    new OpenDroneMap(),
                    "OpenDroneMap",
                    """
                    Source: OpenDroneMap documentation, outputs. The photographs of a flight are read too: see Photographs.
                    """,
                    """
                    - Cameras tell no zone: their times are taken for UTC, as OpenDroneMap does.
                    - `gsd` is the mean of the photographs in meters, not the size of the pixels of the orthophoto.
                    """,
                    new Sample("Report", "stats.json", VendorDocuments.ODM_STATS, "odm_orthophoto/odm_orthophoto.tif"),
                    new Sample(
                            "Shots", "shots.geojson", VendorDocuments.ODM_SHOTS, "odm_orthophoto/odm_orthophoto.tif")),
            Chapter.of(new OtherProducts(), "Other products", """
                    Of these only the names are known: which files are one product, and how it is called. CBERS and Amazonia (INPE), ECOSTRESS,
                    OPERA, HyP3 of ASF, Theia (MAJA), EnMAP, DESIS, Gaofen, Ziyuan and Huanjing, KOMPSAT, PALSAR, PALSAR-2 and its
                    mosaics, AW3D30, Copernicus DEM in its folder, NAIP, EMIT, PRISMA,
                    BlackSky, Satellogic, SuperView, Jilin-1, GOES-R, Himawari (full disk), VIIRS of JPSS, PROBA-V, WorldCover, Resourcesat with its `BAND_META.txt`; and the
                    photographs of one capture by multispectral cameras of MicaSense, Parrot and DJI (Mavic 3). The date is that of the name, unless
                    the image says it, or `.cmr.xml` and `.cmr.json`, which are read as those of NASA Earthdata, or the XML of NAIP, which
                    is a record of ISO or FGDC.
                    """, """
                    - Other metadata are assets, and are not read.
                    - Bands are known of CBERS, Amazonia-1 and NAIP, by the number of the band and by its place.
                    - An image of NAIP is named by its file; others put the state before it.
                    """),
            Chapter.of(
                    new Planet(),
                    "Planet",
                    """
                    Sources: Planet, Data API reference, items and their properties; Planet, Imagery Product Specifications, the chapters
                    on the names of files and on the XML metadata of PlanetScope and RapidEye.
                    """,
                    """
                    - The JSON of an item is more exact than the XML next to an image, so angles, cloud cover and outline are taken from it
                      where both are there.
                    - `eo:cloud_cover` is in percent: the item and the XML of PlanetScope give a fraction, the XML of RapidEye percent, both
                      under the same name.
                    - `gsd` is the distance on the ground; the size of pixels is `pl:pixel_resolution`.
                    - `udm` has no role of its own, since it is none that STAC knows.
                    - The metadata file of a SkySat video is an asset that is not read; the item of the Data API is.
                    """,
                    new Sample(
                            "Item of the Data API",
                            "20220125_075509_67_1061_metadata.json",
                            VendorDocuments.PLANET_ITEM.replace("\"sun_azimuth\"", """
                                            "quality_category": "standard", "publishing_stage": "finalized", "ground_control": true,
                                                "strip_id": "5352127", "clear_percent": 91, "sun_azimuth\""""),
                            "20220125_075509_67_1061_3B_AnalyticMS_SR.tif"),
                    new Sample(
                            "XML of PlanetScope",
                            "20170831_172754_101c_3B_AnalyticMS_metadata.xml",
                            VendorDocuments.PLANET_XML,
                            "20170831_172754_101c_3B_AnalyticMS.tif")),
            Chapter.of(
                    new Radarsat(),
                    "RADARSAT",
                    """
                    Sources: MDA, RN-RP-51-2713, RADARSAT-2 Product Format Definition; CSA, RCM-SP-53-0419, RCM Image Product Format
                    Definition.
                    """,
                    """
                    - The Item is named by the folder of the product, `RS2_OK…` and `RCM1_OK…`; where that was renamed, by the id in the metadata.
                    - The times are those of the first and the last line in zero Doppler geometry, not the start of the raw data.
                    - The instrument mode is the mnemonic of the beam mode, such as `FQ9` and `3MCP24`.
                    - Compact polarizations are `CH` and `CV`, as they are named there.
                    - The outline has the corners of the map, or those of the grid of tie points.
                    """,
                    new Sample(
                            "Product of RADARSAT-2",
                            "product.xml",
                            RadarDocuments.RADARSAT_2,
                            "RS2_OK12345_PK67890_DK1_FQ9_20100427_000142_HH_VV_HV_VH_SLC/imagery_HH.tif"),
                    new Sample(
                            "Product of the RADARSAT Constellation",
                            "product.xml",
                            RadarDocuments.RCM,
                            "RCM1_OK1052791_PK1052796_1_3MCP24_20200219_123901_CH_CV_GCD/imagery/1052796_1_CH.tif")),
            Chapter.of(
                    new Saocom(),
                    "SAOCOM",
                    """
                    Source: CONAE, SAOCOM-1 Level 1 Products Format (SAR-SAOG-103-ICD).
                    """,
                    """
                    - The Item is named by the file of its metadata, which has the time of production.
                    - Where the XEMT is missing, the annotations of the channels are read.
                    - The time is that of the scene, not that of the longer acquisition.
                    - `sar:product_type` is the name of the level in those of files: `SLC`, `DI`, `GEC`, `GTC`.
                    """,
                    new Sample(
                            "XEMT",
                            "S1A_OPER_SAR_EOSSP__CORE_L1A_OLF_20211117T174240.xemt",
                            RadarDocuments.SAOCOM,
                            "Data/slc-acqId0000588416-a-sm5-0000000000-hh-h.tif"),
                    new Sample(
                            "Annotation of a channel",
                            "gec-acqId0000077325-a-sm2-0000000000-hh-h.xml",
                            RadarDocuments.SAOCOM_CHANNEL,
                            "Data/gec-acqId0000077325-a-sm2-0000000000-hh-h")),
            Chapter.of(
                    new Sentinel1(),
                    "Sentinel-1",
                    """
                    Sources: Sentinel-1 Product Specification, S1-RS-MDA-52-7441: the chapters on the manifest, on the product annotation,
                    and on the names of products and measurement data sets. GRD, SLC and OCN are read.
                    """,
                    """
                    - The Item is named by the whole product; others leave out the last four digits, which tell apart products that were
                      processed anew. A manifest does not say its product: it is that of the folder, or of the report it refers to.
                    - Files are told apart by polarization and, in SLC, by swath (`iw1-vv`).
                    - The center frequency is that of the annotation to its last digit, or 5.405 without annotation.
                    - Products of wave mode have an outline for each vignette; only the first is given.
                    """,
                    new Sample(
                            "Manifest",
                            "manifest.safe",
                            VendorDocuments.S1_MANIFEST,
                            "s1a-iw-grd-vv-20240302t052500-20240302t052525-052800-0663ab-001.tiff"),
                    new Sample(
                            "Product annotation, without manifest",
                            "iw-vv.xml",
                            VendorDocuments.S1_ANNOTATION,
                            "s1a-iw-grd-vv-20240302t052500-20240302t052525-052800-0663ab-001.tiff")),
            Chapter.of(
                    new Sentinel2(),
                    "Sentinel-2",
                    """
                    Sources: ESA, Sentinel-2 Products Specification Document: the chapters on the metadata of products, granules and tiles.
                    """,
                    """
                    - `datetime` is the time at which the tile was sensed, not that of the data take, which is the same for all its tiles.
                    - The mean of azimuths is taken on the circle: the sum of angles around north means nothing.
                    - The three bands of the red edge have the common names `rededge071`, `rededge075` and `rededge078` of eo 2.0.0.
                    - Scale and offset are (stored value + offset) / quantification, from baseline 04.00 on with the offset of -1000.
                    - The outline of valid data is the footprint where it lies within the raster. AWS gives one in `tileInfo.json`.
                    - Without the metadata of the product the name of the tile tells the baseline, and so the offset.
                    """,
                    new Sample(
                            "Product",
                            "MTD_MSIL2A.xml",
                            VendorDocuments.S2_PRODUCT.replace("  <SPACECRAFT_NAME>", """
                                              <PRODUCT_URI>S2B_MSIL2A_20220413T150759_N0400_R025_T33XWJ_20220414T082126.SAFE</PRODUCT_URI>
                                              <PROCESSING_LEVEL>Level-2A</PROCESSING_LEVEL>
                                              <PRODUCT_TYPE>S2MSI2A</PRODUCT_TYPE>
                                              <PROCESSING_BASELINE>04.00</PROCESSING_BASELINE>
                                              <GENERATION_TIME>2022-04-14T08:21:26.000000Z</GENERATION_TIME>
                                              <Datatake datatakeIdentifier="GS2B_20220413T150759_026649_N04.00">
                                                <DATATAKE_TYPE>INS-NOBS</DATATAKE_TYPE>
                                                <SENSING_ORBIT_NUMBER>25</SENSING_ORBIT_NUMBER>
                                                <SENSING_ORBIT_DIRECTION>DESCENDING</SENSING_ORBIT_DIRECTION>
                                              </Datatake>
                                              <Reflectance_Conversion><U>0.99</U></Reflectance_Conversion>
                                              <BOA_QUANTIFICATION_VALUE>10000</BOA_QUANTIFICATION_VALUE>
                                              <SPACECRAFT_NAME>"""),
                            "T33XWJ_20220413T150759_B02_10m.jp2"),
                    new Sample("Tile of AWS", "tileInfo.json", VendorDocuments.S2_TILE_INFO, "R10m/B02.jp2"),
                    new Sample(
                            "Tile",
                            "MTD_TL.xml",
                            VendorDocuments.S2_TILE.replace("  <Tile_Angles>", """
                                      <HORIZONTAL_CS_CODE>EPSG:32633</HORIZONTAL_CS_CODE>
                                      <Size resolution="10"><NROWS>10980</NROWS><NCOLS>10980</NCOLS></Size>
                                      <Geoposition resolution="10">
                                        <ULX>499980</ULX><ULY>8800020</ULY><XDIM>10</XDIM><YDIM>-10</YDIM>
                                      </Geoposition>
                                      <CLOUDY_PIXEL_PERCENTAGE>98.944211</CLOUDY_PIXEL_PERCENTAGE>
                                      <SNOW_ICE_PERCENTAGE>1.0</SNOW_ICE_PERCENTAGE>
                                      <WATER_PERCENTAGE>0.5</WATER_PERCENTAGE>
                                      <Tile_Angles>"""),
                            "T33XWJ_20220413T150759_B02_10m.jp2")),
            Chapter.of(
                    new Sentinel3(),
                    "Sentinel-3",
                    """
                    Sources: ESA, Sentinel-3 Product Data Format Specification: product structures; user handbooks of OLCI and SLSTR (bands and
                    distances on the ground).
                    """,
                    """
                    - `gsd` is that at nadir, by the type of the product; products of the synergy have none.
                    - The track of the altimeter encloses no area, so its products have no geometry; neither have half orbits of OLCI, whose
                      outline goes around a pole.
                    - Bands have no common names: several bands of OLCI share each.
                    - Fields with the prefix `s3` belong to no published extension and are not declared.
                    """,
                    new Sample(
                            "Manifest",
                            "xfdumanifest.xml",
                            VendorDocuments.S3_MANIFEST,
                            "S3A_OL_1_EFR.SEN3/Oa01_radiance.nc")),
            Chapter.of(
                    new Sentinel5P(),
                    "Sentinel-5P",
                    """
                    Source: Sentinel-5 precursor TROPOMI Level 2 Product User Manuals: names of files, global attributes and metadata.
                    """,
                    """
                    - A product has all of its metadata within its NetCDF, of which [GDAL](gdal.md) gives the times and the extent. The same
                      attributes in JSON, which come with images that others made of a product, are read.
                    - `datetime` is the start; others give the middle.
                    - Fields with the prefix `s5p` belong to no published extension and are not declared.
                    """,
                    new Sample(
                            "Attributes in JSON",
                            "S5P_NRTI_L2__NO2____20210827T012135_20210827T012635_20056_02_020200_20210827T021525.json",
                            VendorDocuments.S5P,
                            "S5P_NRTI_L2__NO2____20210827T012135_20210827T012635_20056_02_020200_20210827T021525.nc")),
            Chapter.of(
                    new Spot(),
                    "SPOT 1 to 5",
                    """
                    Source: SPOT Image, DIMAP 1.1 specification, profiles SPOTSCENE and SPOTVIEW. SPOT 6 and 7 are under Airbus.
                    """,
                    """
                    - The Item is named by the id of its scene, such as `50482610511291030381J`, whose name is the title.
                    - Angles of incidence and viewing lose their sign, which tells the side.
                    - `gsd` is the size of pixels of a map; of images in the geometry of the sensor it is not told.
                    - The gain divides, so that `raster:scale` is its inverse.
                    """,
                    new Sample("DIMAP 1", "METADATA.DIM", VendorDocuments.DIMAP_1, "IMAGERY.TIF")),
            Chapter.of(
                    new TerraSarX(),
                    "TerraSAR-X",
                    """
                    Source: DLR, TX-GS-DD-3307, Level 1b Product Format Specification. TerraSAR-X, TanDEM-X and PAZ are read.
                    """,
                    """
                    - `platform` is the name of the satellite, such as `tandem-x`, not its identifier TDX-1.
                    - The numbers of looks are left out: in geocoded products they are not the integers that the sar extension requires.
                    """,
                    new Sample(
                            "Annotation",
                            "TDX1_SAR__EEC_RE___SM_S_SRA_20210805T210730_20210805T210738.xml",
                            RadarDocuments.TERRASAR_X,
                            "IMAGEDATA/IMAGE_HH_SRA_strip_016.tif")),
            Chapter.of(
                    new Umbra(),
                    "Umbra",
                    """
                    Source: Umbra, Canopy documentation: products and delivered metadata.
                    """,
                    """
                    - Of a task of several collects the first one counts.
                    - No license is given: that of open data differs from that of orders.
                    """,
                    new Sample(
                            "Delivered metadata",
                            "2023-10-02-02-35-00_UMBRA-04_METADATA.json",
                            RadarDocuments.UMBRA,
                            "2023-10-02-02-35-00_UMBRA-04_GEC.tif")));

    @Test
    void pageListsTheFieldsThatAreGiven() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (Chapter chapter : CHAPTERS) {
            page.append(chapter(chapter));
        }
        page.append(PHOTOGRAPHS);
        if (Boolean.getBoolean("stacgenerator.writeDocs")) {
            Files.writeString(PAGE, page.toString());
        }
        assertThat(PAGE).content(UTF_8).isEqualTo(page.toString());
    }

    private static String chapter(Chapter chapter) throws IOException {
        String fields = chapter.samples().stream()
                .map(sample -> fields(chapter.vendor(), sample))
                .collect(Collectors.joining());
        return "\n## %s\n\n%s\n%s### Files\n\n%s\n### Where we differ\n\n%s"
                .formatted(
                        chapter.title(),
                        chapter.sources(),
                        fields.isEmpty() ? "" : fields.strip() + "\n\n",
                        files(chapter.vendor()),
                        chapter.differences());
    }

    private static String fields(Vendor vendor, Sample sample) {
        Section document = Sections.read(document(sample));
        Map<String, Object> facts = facts(vendor, sample, document);
        Map<String, SortedSet<String>> sources = new TreeMap<>();
        facts.keySet().forEach(field -> sources.put(field, new TreeSet<>()));
        for (UnaryOperator<String> change : CHANGES) {
            values(document).forEach((source, value) -> {
                Map<String, Object> changed = facts(vendor, sample, value.changed(document, change));
                facts.forEach((field, fact) -> {
                    if (!Objects.equals(fact, changed.get(field))) {
                        sources.get(field).add("`" + source + "`");
                    }
                });
            });
        }
        String rows = sources.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return "### %s\n\n| field | from |\n|---|---|\n%s\n".formatted(sample.name(), rows);
    }

    private static String row(String field, SortedSet<String> sources) {
        boolean ofAsset = field.startsWith(FILES);
        String name = "`%s`%s".formatted(field.replace(FILES, ""), ofAsset ? " of an asset" : "");
        // the geometry of a GeoJSON object is taken as it is
        String constant = field.equals("geometry") ? "`geometry`" : ofAsset ? "table of files" : "kind of product";
        return "| %s | %s |\n".formatted(name, sources.isEmpty() ? constant : String.join(", ", sources));
    }

    private static MetadataDocument document(Sample sample) {
        return new MetadataDocument(
                "memory:" + sample.file(), ByteBuffer.wrap(sample.text().getBytes(UTF_8)));
    }

    /** The fields of an Item and, under a prefix, those of its assets. */
    private static Map<String, Object> facts(Vendor vendor, Sample sample, Section section) {
        VendorItem item = new VendorItem(vendor.products(), document(sample), Parsing.of(sample.asset()));
        vendor.describe(section, item);
        Map<String, Object> facts = new LinkedHashMap<>();
        if (item.product() != null) {
            facts.put("id", item.product());
        }
        item.toMap().forEach((name, value) -> {
            if (name.equals("properties")) {
                members(value).forEach(facts::put);
            } else if (name.equals("assets")) {
                members(value)
                        .values()
                        .forEach(asset -> members(asset).forEach((field, member) -> facts.put(FILES + field, member)));
            } else {
                facts.put(name, value);
            }
        });
        facts.keySet().removeAll(List.of(FILES + "href", FILES + "title", FILES + "roles"));
        return facts;
    }

    private static Map<String, Object> members(Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((name, member) -> members.put(String.valueOf(name), member));
        return members;
    }

    private static Map<String, Value> values(Section document) {
        Map<String, Value> values = new TreeMap<>();
        document.within().forEach(section -> {
            if (!section.text().isBlank()) {
                values.put(section.name(), new Value(section.name(), ""));
            }
            section.attributes()
                    .keySet()
                    .forEach(name -> values.put(section.name() + "/@" + name, new Value(section.name(), name)));
        });
        return values;
    }

    private static String files(Vendor vendor) throws IOException {
        String table;
        try (InputStream in = vendor.getClass().getResourceAsStream(vendor.id() + ".txt")) {
            table = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
        StringBuilder rows = new StringBuilder("| asset | title | roles | bands |\n|---|---|---|---|\n");
        String section = "";
        TreeSet<String> known = new TreeSet<>();
        for (String line : table.lines().toList()) {
            if (line.startsWith("[")) {
                section = line;
            } else if (section.matches("\\[(files|bare)]") && !line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split("(?<=\\s)\\|(?=\\s|$)", -1);
                String row = "| `%s` | %s | %s | %s |\n"
                        .formatted(cell(cells, 1), cell(cells, 2), cell(cells, 3), bands(cell(cells, 5)));
                if (known.add(row)) {
                    rows.append(row);
                }
            }
        }
        return known.isEmpty() ? "No file has a name of its own.\n" : rows.toString();
    }

    private static String cell(String[] cells, int column) {
        return column < cells.length ? cells[column].strip() : "";
    }

    private static String bands(String names) {
        return names.equals("*") ? "those that the metadata list" : names;
    }
}
