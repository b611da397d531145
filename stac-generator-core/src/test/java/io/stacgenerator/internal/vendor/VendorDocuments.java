package io.stacgenerator.internal.vendor;

/** Small metadata documents in the forms of the vendors. */
public final class VendorDocuments {

    public static final String MTL_TXT = """
            GROUP = LANDSAT_METADATA_FILE
              GROUP = PRODUCT_CONTENTS
                LANDSAT_PRODUCT_ID = "LC08_L2SP_047027_20201204_20210313_02_T1"
              END_GROUP = PRODUCT_CONTENTS
              GROUP = IMAGE_ATTRIBUTES
                SPACECRAFT_ID = "LANDSAT_8"
                SENSOR_ID = "OLI_TIRS"
                NADIR_OFFNADIR = "OFFNADIR"
                DATE_ACQUIRED = 2020-12-04
                SCENE_CENTER_TIME = "19:02:11.1944860Z"
                CLOUD_COVER = 1.55
                ROLL_ANGLE = -0.4
                SUN_AZIMUTH = -10.0
                SUN_ELEVATION = 18.8
              END_GROUP = IMAGE_ATTRIBUTES
              GROUP = PROJECTION_ATTRIBUTES
                CORNER_UL_LAT_PRODUCT = 48.5
                CORNER_UL_LON_PRODUCT = -125.0
                CORNER_UR_LAT_PRODUCT = 48.5
                CORNER_UR_LON_PRODUCT = -121.8
                CORNER_LL_LAT_PRODUCT = 46.3
                CORNER_LL_LON_PRODUCT = -125.0
                CORNER_LR_LAT_PRODUCT = 46.3
                CORNER_LR_LON_PRODUCT = -121.8
              END_GROUP = PROJECTION_ATTRIBUTES
            END_GROUP = LANDSAT_METADATA_FILE
            END
            """;

    public static final String MTL_XML = """
            <LANDSAT_METADATA_FILE>
              <PRODUCT_CONTENTS>
                <LANDSAT_PRODUCT_ID>LC08_L2SP_047027_20201204_20210313_02_T1</LANDSAT_PRODUCT_ID>
              </PRODUCT_CONTENTS>
              <IMAGE_ATTRIBUTES>
                <SPACECRAFT_ID>LANDSAT_8</SPACECRAFT_ID>
                <SENSOR_ID>OLI_TIRS</SENSOR_ID>
                <NADIR_OFFNADIR>OFFNADIR</NADIR_OFFNADIR>
                <DATE_ACQUIRED>2020-12-04</DATE_ACQUIRED>
                <SCENE_CENTER_TIME>19:02:11.1944860Z</SCENE_CENTER_TIME>
                <CLOUD_COVER>1.55</CLOUD_COVER>
                <ROLL_ANGLE>-0.4</ROLL_ANGLE>
                <SUN_AZIMUTH>-10.0</SUN_AZIMUTH>
                <SUN_ELEVATION>18.8</SUN_ELEVATION>
              </IMAGE_ATTRIBUTES>
              <PROJECTION_ATTRIBUTES>
                <CORNER_UL_LAT_PRODUCT>48.5</CORNER_UL_LAT_PRODUCT>
                <CORNER_UL_LON_PRODUCT>-125.0</CORNER_UL_LON_PRODUCT>
                <CORNER_UR_LAT_PRODUCT>48.5</CORNER_UR_LAT_PRODUCT>
                <CORNER_UR_LON_PRODUCT>-121.8</CORNER_UR_LON_PRODUCT>
                <CORNER_LL_LAT_PRODUCT>46.3</CORNER_LL_LAT_PRODUCT>
                <CORNER_LL_LON_PRODUCT>-125.0</CORNER_LL_LON_PRODUCT>
                <CORNER_LR_LAT_PRODUCT>46.3</CORNER_LR_LAT_PRODUCT>
                <CORNER_LR_LON_PRODUCT>-121.8</CORNER_LR_LON_PRODUCT>
              </PROJECTION_ATTRIBUTES>
            </LANDSAT_METADATA_FILE>
            """;

    public static final String MTL_JSON = """
            {
              "LANDSAT_METADATA_FILE": {
                "PRODUCT_CONTENTS": {
                  "LANDSAT_PRODUCT_ID": "LC08_L2SP_047027_20201204_20210313_02_T1"
                },
                "IMAGE_ATTRIBUTES": {
                  "SPACECRAFT_ID": "LANDSAT_8",
                  "SENSOR_ID": "OLI_TIRS",
                  "NADIR_OFFNADIR": "OFFNADIR",
                  "DATE_ACQUIRED": "2020-12-04",
                  "SCENE_CENTER_TIME": "19:02:11.1944860Z",
                  "CLOUD_COVER": "1.55",
                  "ROLL_ANGLE": "-0.4",
                  "SUN_AZIMUTH": "-10.0",
                  "SUN_ELEVATION": "18.8"
                },
                "PROJECTION_ATTRIBUTES": {
                  "CORNER_UL_LAT_PRODUCT": "48.5",
                  "CORNER_UL_LON_PRODUCT": "-125.0",
                  "CORNER_UR_LAT_PRODUCT": "48.5",
                  "CORNER_UR_LON_PRODUCT": "-121.8",
                  "CORNER_LL_LAT_PRODUCT": "46.3",
                  "CORNER_LL_LON_PRODUCT": "-125.0",
                  "CORNER_LR_LAT_PRODUCT": "46.3",
                  "CORNER_LR_LON_PRODUCT": "-121.8"
                }
              }
            }
            """;

    public static final String IMD = """
            version = "28.3";
            bandId = "Multi";
            BEGIN_GROUP = BAND_B
              ULLon = 12.0;
              ULLat = 42.0;
              URLon = 12.2;
              URLat = 42.0;
              LRLon = 12.2;
              LRLat = 41.9;
              LLLon = 12.0;
              LLLat = 41.9;
              TDILevels = (
                1,
                2);
            END_GROUP = BAND_B
            BEGIN_GROUP = BAND_R
              ULLon = 12.0;
              ULLat = 42.0;
            END_GROUP = BAND_R
            BEGIN_GROUP = IMAGE_1
              satId = "WV03";
              firstLineTime = 2021-10-01T10:11:12.000000Z;
              meanSunAz = 150.0;
              meanSunEl = 40.25;
              meanSatAz = 200.5;
              meanSatEl = 76.0;
              meanOffNadirViewAngle = 12.5;
              meanCollectedGSD = 1.301;
              cloudCover = 0.027;
            END_GROUP = IMAGE_1
            BEGIN_GROUP = MAP_PROJECTED_PRODUCT
              earliestAcqTime = 2021-10-01T10:11:12.000000Z;
              latestAcqTime = 2021-10-01T10:11:20.000000Z;
            END_GROUP = MAP_PROJECTED_PRODUCT
            END;
            """;

    public static final String ISD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <isd>
            <IMD>
                <VERSION>28.3</VERSION>
                <BANDID>Multi</BANDID>
              <BAND_B>
                <ULLON>12.0</ULLON>
                <ULLAT>42.0</ULLAT>
                <URLON>12.2</URLON>
                <URLAT>42.0</URLAT>
                <LRLON>12.2</LRLON>
                <LRLAT>41.9</LRLAT>
                <LLLON>12.0</LLLON>
                <LLLAT>41.9</LLLAT>
              </BAND_B>
              <BAND_R>
                <ULLON>12.0</ULLON>
                <ULLAT>42.0</ULLAT>
              </BAND_R>
              <IMAGE>
                <SATID>WV03</SATID>
                <FIRSTLINETIME>2021-10-01T10:11:12.000000Z</FIRSTLINETIME>
                <MEANSUNAZ>150.0</MEANSUNAZ>
                <MEANSUNEL>40.25</MEANSUNEL>
                <MEANSATAZ>200.5</MEANSATAZ>
                <MEANSATEL>76.0</MEANSATEL>
                <MEANOFFNADIRVIEWANGLE>12.5</MEANOFFNADIRVIEWANGLE>
                <MEANCOLLECTEDGSD>1.301</MEANCOLLECTEDGSD>
                <CLOUDCOVER>0.027</CLOUDCOVER>
              </IMAGE>
              <MAP_PROJECTED_PRODUCT>
                <EARLIESTACQTIME>2021-10-01T10:11:12.000000Z</EARLIESTACQTIME>
                <LATESTACQTIME>2021-10-01T10:11:20.000000Z</LATESTACQTIME>
              </MAP_PROJECTED_PRODUCT>
            </IMD>
            </isd>
            """;

    public static final String PLANET_ITEM = """
            {
              "_links": {"_self": "https://example.com/items/20220125_075509_67_1061"},
              "id": "20220125_075509_67_1061",
              "type": "Feature",
              "geometry": {"type": "Polygon", "coordinates": [[[5.2, 5.9], [5.5, 5.9], [5.5, 6.4], [5.2, 6.4], [5.2, 5.9]]]},
              "properties": {
                "acquired": "2022-01-25T07:55:09.676173Z", "cloud_cover": 0.06, "gsd": 3.6, "instrument": "PS2.SD",
                "item_type": "PSScene", "pixel_resolution": 3, "provider": "planetscope", "satellite_azimuth": 273.8,
                "satellite_id": "1061", "snow_ice_percent": 3, "sun_azimuth": 141.3, "sun_elevation": 41.7, "view_angle": -4.1
              }
            }
            """;

    public static final String PLANET_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ps:EarthObservation xmlns:ps="urn:ps" xmlns:eop="urn:eop" xmlns:opt="urn:opt" xmlns:gml="urn:gml">
              <gml:using>
                <eop:EarthObservationEquipment>
                  <eop:platform><eop:Platform>
                    <eop:shortName>PlanetScope</eop:shortName><eop:serialIdentifier>101c</eop:serialIdentifier>
                  </eop:Platform></eop:platform>
                  <eop:instrument><eop:Instrument><eop:shortName>PS2</eop:shortName></eop:Instrument></eop:instrument>
                  <eop:acquisitionParameters>
                    <ps:Acquisition>
                      <eop:incidenceAngle uom="deg">-2.7e-01</eop:incidenceAngle>
                      <opt:illuminationAzimuthAngle uom="deg">1.454200e+02</opt:illuminationAzimuthAngle>
                      <opt:illuminationElevationAngle uom="deg">6.512e+01</opt:illuminationElevationAngle>
                      <ps:azimuthAngle uom="deg">-1.15e+01</ps:azimuthAngle>
                      <ps:spaceCraftViewAngle uom="deg">2.4e-01</ps:spaceCraftViewAngle>
                      <ps:acquisitionDateTime>2017-08-31T17:27:54+00:00</ps:acquisitionDateTime>
                    </ps:Acquisition>
                  </eop:acquisitionParameters>
                </eop:EarthObservationEquipment>
              </gml:using>
              <opt:cloudCoverPercentage uom="percentage">0.02</opt:cloudCoverPercentage>
            </ps:EarthObservation>
            """;

    public static final String S2_PRODUCT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <n1:Level-2A_User_Product xmlns:n1="urn:n1">
              <PRODUCT_START_TIME>2022-04-13T15:07:59.024Z</PRODUCT_START_TIME>
              <PRODUCT_STOP_TIME>2022-04-13T15:07:59.024Z</PRODUCT_STOP_TIME>
              <SPACECRAFT_NAME>Sentinel-2B</SPACECRAFT_NAME>
              <EXT_POS_LIST>10.0 179.5 9.0 179.5 9.0 -179.5 10.0 -179.5 10.0 179.5 </EXT_POS_LIST>
              <Cloud_Coverage_Assessment>98.944211</Cloud_Coverage_Assessment>
            </n1:Level-2A_User_Product>
            """;

    static final String ARD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ard_metadata version="1.1" xmlns="https://landsat.usgs.gov/ard/v1">
              <tile_metadata>
                <global_metadata>
                  <satellite>LANDSAT_8</satellite>
                  <instrument>OLI/TIRS_Combined</instrument>
                  <product_id>LC08_CU_005009_20200812_20210504_02</product_id>
                  <production_date>2021-05-04T10:00:00Z</production_date>
                  <bounding_coordinates>
                    <west>-119.9</west><east>-117.8</east><north>38.7</north><south>37.0</south>
                  </bounding_coordinates>
                  <tile_grid h="005" v="009"/>
                  <cloud_cover>12.5</cloud_cover>
                  <snow_ice>0.25</snow_ice>
                </global_metadata>
                <bands>
                  <band product="surface_reflectance" name="SR_B4" data_type="UINT16" fill_value="0" scale_factor="0.0000275"
                      add_offset="-0.2">
                    <file_name>LC08_CU_005009_20200812_20210504_02_SR_B4.TIF</file_name>
                    <pixel_size x="30" y="30" units="meters"/>
                  </band>
                </bands>
              </tile_metadata>
              <scene_metadata>
                <global_metadata>
                  <acquisition_date>2020-08-12</acquisition_date>
                  <scene_center_time>18:33:01.5Z</scene_center_time>
                  <solar_angles zenith="32.5" azimuth="-130.0" units="degrees"/>
                </global_metadata>
              </scene_metadata>
              <scene_metadata>
                <global_metadata>
                  <acquisition_date>2020-08-12</acquisition_date>
                  <scene_center_time>18:32:37.5Z</scene_center_time>
                  <solar_angles zenith="31.5" azimuth="-131.0" units="degrees"/>
                </global_metadata>
              </scene_metadata>
            </ard_metadata>
            """;

    static final String ESPA = """
            <?xml version="1.0" encoding="UTF-8"?>
            <espa_metadata version="2.0" xmlns="http://espa.cr.usgs.gov/v2">
              <global_metadata>
                <data_provider>USGS/EROS</data_provider>
                <satellite>LANDSAT_7</satellite>
                <instrument>ETM</instrument>
                <acquisition_date>2014-04-30</acquisition_date>
                <scene_center_time>18:22:16.8745641Z</scene_center_time>
                <solar_angles zenith="28.75" azimuth="130.5" units="degrees"/>
                <wrs system="2" path="39" row="35"/>
                <product_id>LE07_L1TP_039035_20140430_20170307_01_T1</product_id>
                <bounding_coordinates>
                  <west>-116.0</west><east>-114.0</east><north>37.0</north><south>35.0</south>
                </bounding_coordinates>
              </global_metadata>
              <bands>
                <band product="sr_refl" source="toa_refl" name="sr_band3" data_type="INT16" fill_value="-9999"
                    scale_factor="0.000100">
                  <file_name>LE07_L1TP_039035_20140430_20170307_01_T1_sr_band3.tif</file_name>
                  <pixel_size x="30" y="30" units="meters"/>
                </band>
              </bands>
            </espa_metadata>
            """;

    static final String ODM_STATS = """
            {
              "processing_statistics": {
                "start_date": "28/08/2021 at 09:31:04", "end_date": "28/08/2021 at 09:44:10", "area": 51234.5
              },
              "reconstruction_statistics": {"reconstructed_shots_count": 137, "initial_shots_count": 147},
              "odm_processing_statistics": {"total_time": 1234.5, "average_gsd": 2.5}
            }
            """;

    static final String ODM_SHOTS = """
            {
              "type": "FeatureCollection",
              "features": [
                {
                  "type": "Feature",
                  "properties": {
                    "filename": "DJI_0100.JPG", "capture_time": 1630143120.0, "translation": [1, 2, 3], "rotation": [0, 0, 0]
                  },
                  "geometry": {"type": "Point", "coordinates": [15.6, -17.9, 1150.2]}
                },
                {
                  "type": "Feature",
                  "properties": {
                    "filename": "DJI_0099.JPG", "capture_time": 1630143064.0, "translation": [1, 2, 3], "rotation": [0, 0, 0]
                  },
                  "geometry": {"type": "Point", "coordinates": [15.6, -17.8, 1150.2]}
                }
              ]
            }
            """;

    static final String S5P = """
            {
              "PRODUCT_TYPE": "NO2___",
              "time_coverage_start": "2021-08-27T01:21:29Z",
              "time_coverage_end": "2021-08-27T01:26:41Z",
              "orbit": 20056,
              "date_created": "2021-08-27T02:17:40Z",
              "METADATA": {
                "GRANULE_DESCRIPTION": {
                  "ProductShortName": "L2__NO2___",
                  "GranuleStart": "2021-08-27T01:21:30Z",
                  "GranuleEnd": "2021-08-27T01:26:40Z",
                  "ProcessingCenter": "PDGS-OP",
                  "ProcessorVersion": "2.2.0"
                },
                "EOP_METADATA": {
                  "eop:metaDataProperty": {
                    "eop:processing": {"eop:processingLevel": "L2", "eop:processingMode": "NRTI"}
                  },
                  "om:featureOfInterest": {
                    "gml:posList": "6.9 167.4 -11.0 171.4 -5.6 -164.6 12.3 -168.6 6.9 167.4"
                  }
                }
              }
            }
            """;

    static final String S3_MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <xfdu:XFDU xmlns:xfdu="urn:ccsds:schema:xfdu:1" xmlns:safe="http://www.esa.int/safe/sentinel/1.1"
                xmlns:s3="http://www.esa.int/safe/sentinel/sentinel-3/1.0" xmlns:gml="http://www.opengis.net/gml">
              <safe:acquisitionPeriod>
                <safe:startTime>2021-10-21T07:38:27.254946Z</safe:startTime>
                <safe:stopTime>2021-10-21T07:41:12.194233Z</safe:stopTime>
              </safe:acquisitionPeriod>
              <safe:platform>
                <safe:nssdcIdentifier>2016-011A</safe:nssdcIdentifier>
                <safe:number>A</safe:number>
                <safe:instrument><safe:familyName abbreviation="OLCI">Ocean Land Colour</safe:familyName></safe:instrument>
              </safe:platform>
              <safe:footPrint><gml:posList>-72.3 -44.0 -83.5 -10.0 -68.2 13.0 -72.3 -44.0</gml:posList></safe:footPrint>
              <s3:productName>S3A_OL_1_EFR____20211021T073827_20211021T074112_20211021T091357_0164_077_334_4320_LN1_O_NR_002.SEN3</s3:productName>
              <s3:productType>OL_1_EFR___</s3:productType>
              <s3:timeliness>NR</s3:timeliness>
              <s3:cloudyPixels percentage="57.4"/>
              <safe:orbitReference>
                <safe:orbitNumber groundTrackDirection="descending">29567</safe:orbitNumber>
                <safe:relativeOrbitNumber>334</safe:relativeOrbitNumber>
              </safe:orbitReference>
              <safe:processing outputLevel="1" stop="2021-10-21T09:14:06.696155">
                <safe:facility name="Land OLCI Processing and Archiving Centre [LN1]"/>
                <safe:software name="PUG" version="03.39"/>
              </safe:processing>
            </xfdu:XFDU>
            """;

    public static final String S2_TILE_INFO = """
            {
              "path": "tiles/34/L/BP/2022/4/1/0",
              "timestamp": "2022-04-01T09:03:19.283Z",
              "utmZone": 34,
              "latitudeBand": "L",
              "gridSquare": "BP",
              "tileGeometry": {"type": "Polygon", "coordinates": [[[199980, 8900020], [309780, 8790220], [199980, 8790220]]]},
              "tileDataGeometry": {
                "type": "Polygon",
                "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG:8.8.1:32734"}},
                "coordinates": [
                  [[263462, 8900019], [309779, 8900019], [309779, 8888702], [262932, 8896567], [263462, 8900019]]
                ]
              },
              "productName": "S2A_MSIL2A_20220401T083601_N0400_R064_T34LBP_20220401T110010"
            }
            """;

    public static final String S2_TILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <n1:Level-2A_Tile_ID xmlns:n1="urn:n1">
              <TILE_ID>S2B_OPER_MSI_L2A_TL_ESRI_20220414T082127_A026649_T33XWJ_N04.00</TILE_ID>
              <SENSING_TIME>2022-04-13T15:08:07.846358Z</SENSING_TIME>
              <Tile_Angles>
                <Mean_Sun_Angle><ZENITH_ANGLE>76.5</ZENITH_ANGLE><AZIMUTH_ANGLE>246.5</AZIMUTH_ANGLE></Mean_Sun_Angle>
                <Mean_Viewing_Incidence_Angle>
                  <ZENITH_ANGLE>10</ZENITH_ANGLE><AZIMUTH_ANGLE>355</AZIMUTH_ANGLE>
                </Mean_Viewing_Incidence_Angle>
                <Mean_Viewing_Incidence_Angle>
                  <ZENITH_ANGLE>12</ZENITH_ANGLE><AZIMUTH_ANGLE>15</AZIMUTH_ANGLE>
                </Mean_Viewing_Incidence_Angle>
              </Tile_Angles>
            </n1:Level-2A_Tile_ID>
            """;

    public static final String S1_MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <xfdu:XFDU xmlns:xfdu="urn:ccsds:schema:xfdu:1" xmlns:safe="http://www.esa.int/safe/sentinel-1.0"
                xmlns:s1="http://www.esa.int/safe/sentinel-1.0/sentinel-1" xmlns:gml="http://www.opengis.net/gml"
                xmlns:s1sarl1="http://www.esa.int/safe/sentinel-1.0/sentinel-1/sar/level-1"
                version="esa/safe/sentinel-1.0/sentinel-1/sar/level-1/grd/standard/iwdp">
              <metadataSection>
                <safe:processing name="GRD Post Processing" stop="2024-03-02T06:30:00.000000">
                  <safe:facility name="Production Service" organisation="ESA">
                    <safe:software name="Sentinel-1 IPF" version="003.71"/>
                  </safe:facility>
                </safe:processing>
                <safe:platform>
                  <safe:nssdcIdentifier>2014-016A</safe:nssdcIdentifier>
                  <safe:familyName>SENTINEL-1</safe:familyName>
                  <safe:number>A</safe:number>
                  <safe:instrument>
                    <safe:familyName abbreviation="SAR">Synthetic Aperture Radar</safe:familyName>
                    <s1sarl1:instrumentMode>
                      <s1sarl1:mode>IW</s1sarl1:mode><s1sarl1:swath>IW</s1sarl1:swath>
                    </s1sarl1:instrumentMode>
                  </safe:instrument>
                </safe:platform>
                <safe:orbitReference>
                  <safe:orbitNumber type="start">52800</safe:orbitNumber>
                  <safe:orbitNumber type="stop">52800</safe:orbitNumber>
                  <safe:relativeOrbitNumber type="start">95</safe:relativeOrbitNumber>
                  <s1:pass>DESCENDING</s1:pass>
                  <s1:ascendingNodeTime>2024-03-02T04:50:01.500000</s1:ascendingNodeTime>
                </safe:orbitReference>
                <safe:acquisitionPeriod>
                  <safe:startTime>2024-03-02T05:25:00.250000</safe:startTime>
                  <safe:stopTime>2024-03-02T05:25:25.250000</safe:stopTime>
                </safe:acquisitionPeriod>
                <safe:footPrint>
                  <gml:coordinates>47.0,11.0 47.4,7.6 48.9,7.9 48.5,11.4</gml:coordinates>
                </safe:footPrint>
                <s1sarl1:standAloneProductInformation>
                  <s1sarl1:missionDataTakeID>417000</s1sarl1:missionDataTakeID>
                  <s1sarl1:transmitterReceiverPolarisation>VV</s1sarl1:transmitterReceiverPolarisation>
                  <s1sarl1:transmitterReceiverPolarisation>VH</s1sarl1:transmitterReceiverPolarisation>
                  <s1sarl1:productType>GRD</s1sarl1:productType>
                  <s1sarl1:productTimelinessCategory>Fast-24h</s1sarl1:productTimelinessCategory>
                  <s1sarl1:sliceNumber>3</s1sarl1:sliceNumber>
                  <s1sarl1:totalSlices>12</s1sarl1:totalSlices>
                </s1sarl1:standAloneProductInformation>
              </metadataSection>
              <dataObjectSection>
                <fileLocation href="./S1A_IW_GRDH_1SDV_20240302T052500_20240302T052525_052800_0663AB_1F2E.SAFE-report-20240302T063000.pdf"/>
              </dataObjectSection>
            </xfdu:XFDU>
            """;

    public static final String S1_ANNOTATION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <product>
              <adsHeader>
                <missionId>S1A</missionId>
                <productType>GRD</productType>
                <polarisation>VV</polarisation>
                <mode>IW</mode>
                <swath>IW</swath>
                <startTime>2024-03-02T05:25:00.250000</startTime>
                <stopTime>2024-03-02T05:25:25.250000</stopTime>
                <absoluteOrbitNumber>52800</absoluteOrbitNumber>
              </adsHeader>
              <generalAnnotation>
                <productInformation>
                  <pass>Descending</pass>
                  <radarFrequency>5.405000454334350e+09</radarFrequency>
                </productInformation>
              </generalAnnotation>
              <imageAnnotation>
                <imageInformation>
                  <rangePixelSpacing>1.000000e+01</rangePixelSpacing>
                  <azimuthPixelSpacing>1.000000e+01</azimuthPixelSpacing>
                </imageInformation>
                <processingInformation><swathProcParamsList><swathProcParams>
                  <rangeProcessing><numberOfLooks>5</numberOfLooks></rangeProcessing>
                  <azimuthProcessing><numberOfLooks>1</numberOfLooks></azimuthProcessing>
                </swathProcParams></swathProcParamsList></processingInformation>
              </imageAnnotation>
            </product>
            """;

    private VendorDocuments() {}

    /** A multispectral image of a bundle, whose bands are measured in another order than they are in the file. */
    static final String DIMAP = """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <Dimap_Document>
              <Metadata_Identification><METADATA_PROFILE>PHR_ORTHO</METADATA_PROFILE></Metadata_Identification>
              <Dataset_Identification><DATASET_NAME version="1.0">DS_PHR1A_1</DATASET_NAME></Dataset_Identification>
              <Dataset_Content>
                <CLOUD_COVERAGE unit="percent">12.5</CLOUD_COVERAGE>
                <SNOW_COVERAGE unit="percent">0.5</SNOW_COVERAGE>
                <Dataset_Extent>
                  <Vertex><LON>7.0</LON><LAT>46.1</LAT></Vertex>
                  <Vertex><LON>7.2</LON><LAT>46.1</LAT></Vertex>
                  <Vertex><LON>7.2</LON><LAT>46.0</LAT></Vertex>
                  <Vertex><LON>7.0</LON><LAT>46.0</LAT></Vertex>
                </Dataset_Extent>
              </Dataset_Content>
              <PRODUCTION_DATE>2021-08-20T17:51:08.761</PRODUCTION_DATE>
              <PROJECTED_CRS_CODE>urn:ogc:def:crs:EPSG::32632</PROJECTED_CRS_CODE>
              <Processing_Information>
                <PROCESSING_CENTER>FCMUGC</PROCESSING_CENTER>
                <PROCESSING_LEVEL>ORTHO</PROCESSING_LEVEL>
                <RADIOMETRIC_PROCESSING>BASIC</RADIOMETRIC_PROCESSING>
                <RESAMPLING_SPACING unit="m">2</RESAMPLING_SPACING>
              </Processing_Information>
              <Data_Files><Data_File tile_R="1" tile_C="1">
                <DATA_FILE_PATH href="IMG_PHR1A_MS_202108201553330_ORT_5888578101-2_R1C1.TIF"/>
              </Data_File></Data_Files>
              <NBANDS>4</NBANDS>
              <Band_Display_Order>
                <RED_CHANNEL>B2</RED_CHANNEL><GREEN_CHANNEL>B1</GREEN_CHANNEL>
                <BLUE_CHANNEL>B0</BLUE_CHANNEL><ALPHA_CHANNEL>B3</ALPHA_CHANNEL>
              </Band_Display_Order>
              <Special_Value>
                <SPECIAL_VALUE_TEXT>NODATA</SPECIAL_VALUE_TEXT><SPECIAL_VALUE_COUNT>0</SPECIAL_VALUE_COUNT>
              </Special_Value>
              <Band_Spectral_Range>
                <BAND_ID>B0</BAND_ID><MEASURE_UNIT>nanometers</MEASURE_UNIT><MIN>430</MIN><MAX>550</MAX>
              </Band_Spectral_Range>
              <Band_Spectral_Range>
                <BAND_ID>B2</BAND_ID><MEASURE_UNIT>micrometers</MEASURE_UNIT><MIN>0.59</MIN><MAX>0.71</MAX>
              </Band_Spectral_Range>
              <Band_Radiance><BAND_ID>B2</BAND_ID><GAIN>10</GAIN><BIAS>0.5</BIAS></Band_Radiance>
              <Band_Solar_Irradiance><BAND_ID>B2</BAND_ID><VALUE>1594.0</VALUE></Band_Solar_Irradiance>
              <Located_Geometric_Values>
                <LOCATION_TYPE>Top Center</LOCATION_TYPE><TIME>2021-08-20T15:53:33.406Z</TIME>
                <INCIDENCE_ANGLE>36</INCIDENCE_ANGLE>
              </Located_Geometric_Values>
              <Located_Geometric_Values>
                <LOCATION_TYPE>Center</LOCATION_TYPE><TIME>2021-08-20T15:53:34.031Z</TIME>
                <VIEWING_ANGLE unit="deg">31.2</VIEWING_ANGLE><INCIDENCE_ANGLE>35.1</INCIDENCE_ANGLE>
                <SUN_AZIMUTH>108.2</SUN_AZIMUTH><SUN_ELEVATION>72.9</SUN_ELEVATION>
              </Located_Geometric_Values>
              <Strip_Source>
                <MISSION>PHR</MISSION><MISSION_INDEX>1A</MISSION_INDEX>
              </Strip_Source>
            </Dimap_Document>
            """;

    /** A granule of ECS, whose document type names a file that is not to be loaded. */
    static final String ECS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE GranuleMetaDataFile SYSTEM "http://example.com/ScienceGranuleMetadata.dtd">
            <GranuleMetaDataFile>
              <LocalGranuleID>MOD09A1.A2022033.h19v10.061.2022042043514.hdf</LocalGranuleID>
              <ProductionDateTime>2022-02-11 04:35:14.000</ProductionDateTime>
              <PGEVersion>6.1.4</PGEVersion>
              <RangeDateTime>
                <RangeEndingTime>23:59:59.000000</RangeEndingTime>
                <RangeEndingDate>2022-02-09</RangeEndingDate>
                <RangeBeginningTime>00:00:00.000000</RangeBeginningTime>
                <RangeBeginningDate>2022-02-02</RangeBeginningDate>
              </RangeDateTime>
              <GPolygon><Boundary>
                <Point><PointLongitude>10.6</PointLongitude><PointLatitude>-20.0</PointLatitude></Point>
                <Point><PointLongitude>10.1</PointLongitude><PointLatitude>-10.0</PointLatitude></Point>
                <Point><PointLongitude>20.3</PointLongitude><PointLatitude>-10.0</PointLatitude></Point>
                <Point><PointLongitude>21.3</PointLongitude><PointLatitude>-20.0</PointLatitude></Point>
              </Boundary></GPolygon>
              <QAPercentCloudCover>24</QAPercentCloudCover>
              <Platform>
                <PlatformShortName>Terra</PlatformShortName>
                <Instrument><InstrumentShortName>MODIS</InstrumentShortName></Instrument>
              </Platform>
            </GranuleMetaDataFile>
            """;

    /** The same form in ODL. */
    static final String MET = """
            GROUP                  = INVENTORYMETADATA
              GROUPTYPE            = MASTERGROUP
              OBJECT                 = LOCALGRANULEID
                NUM_VAL              = 1
                VALUE                = "AST_L1B_00307242024224227_20240729075840_2355295.hdf"
              END_OBJECT             = LOCALGRANULEID
              GROUP                  = SINGLEDATETIME
                OBJECT                 = TIMEOFDAY
                  NUM_VAL              = 1
                  VALUE                = "22:42:27.87200Z"
                END_OBJECT             = TIMEOFDAY
                OBJECT                 = CALENDARDATE
                  NUM_VAL              = 1
                  VALUE                = "2024-07-24"
                END_OBJECT             = CALENDARDATE
              END_GROUP              = SINGLEDATETIME
              OBJECT                 = GRINGPOINTLONGITUDE
                NUM_VAL              = 4
                CLASS                = "1"
                VALUE                = (165.0, 165.7,
                    165.7, 165.0)
              END_OBJECT             = GRINGPOINTLONGITUDE
              OBJECT                 = GRINGPOINTLATITUDE
                NUM_VAL              = 4
                VALUE                = (-3.6, -3.6, -2.9, -2.9)
              END_OBJECT             = GRINGPOINTLATITUDE
              OBJECT                 = ASSOCIATEDPLATFORMSHORTNAME
                NUM_VAL              = 1
                VALUE                = "AM-1"
              END_OBJECT             = ASSOCIATEDPLATFORMSHORTNAME
              OBJECT                 = ASSOCIATEDINSTRUMENTSHORTNAME
                NUM_VAL              = 1
                VALUE                = "ASTER"
              END_OBJECT             = ASSOCIATEDINSTRUMENTSHORTNAME
            END_GROUP              = INVENTORYMETADATA
            END
            """;

    /** A granule of HLS in the form of ECHO 10. */
    static final String ECHO = """
            <Granule>
              <GranuleUR>HLS.S30.T17SLU.2020209T155956.v2.0</GranuleUR>
              <Temporal><RangeDateTime>
                <BeginningDateTime>2020-07-27T16:07:00.123Z</BeginningDateTime>
                <EndingDateTime>2020-07-27T16:07:10.123Z</EndingDateTime>
              </RangeDateTime></Temporal>
              <ProductionDateTime>2020-08-01T10:00:00.000Z</ProductionDateTime>
              <GPolygon><Boundary>
                <Point><PointLongitude>-83.1</PointLongitude><PointLatitude>36.0</PointLatitude></Point>
                <Point><PointLongitude>-83.1</PointLongitude><PointLatitude>37.0</PointLatitude></Point>
                <Point><PointLongitude>-82.0</PointLongitude><PointLatitude>37.0</PointLatitude></Point>
                <Point><PointLongitude>-82.0</PointLongitude><PointLatitude>36.0</PointLatitude></Point>
              </Boundary></GPolygon>
              <Platforms><Platform><ShortName>Sentinel-2A</ShortName><Instruments>
                <Instrument><ShortName>Sentinel-2 MSI</ShortName></Instrument>
              </Instruments></Platform></Platforms>
              <AdditionalAttributes>
                <AdditionalAttribute><Name>MEAN_SUN_AZIMUTH_ANGLE</Name><Values><Value>140.5</Value></Values></AdditionalAttribute>
                <AdditionalAttribute><Name>MEAN_SUN_ZENITH_ANGLE</Name><Values><Value>20.5</Value></Values></AdditionalAttribute>
                <AdditionalAttribute><Name>MEAN_VIEW_AZIMUTH_ANGLE</Name><Values><Value>100.5</Value></Values></AdditionalAttribute>
                <AdditionalAttribute><Name>MEAN_VIEW_ZENITH_ANGLE</Name><Values><Value>5.5</Value></Values></AdditionalAttribute>
              </AdditionalAttributes>
              <CloudCover>7</CloudCover>
            </Granule>
            """;

    /** The older DIMAP, in map geometry. */
    static final String DIMAP_1 = """
            <?xml version="1.0"?>
            <Dimap_Document name="METADATA.DIM">
              <Metadata_Id>
                <METADATA_FORMAT version="1.1">DIMAP</METADATA_FORMAT>
                <METADATA_PROFILE>SPOTSCENE_2A</METADATA_PROFILE>
              </Metadata_Id>
              <Dataset_Id><DATASET_NAME>SCENE 5 048-261/5 05/11/29 10:30:38 1 J</DATASET_NAME></Dataset_Id>
              <Dataset_Frame>
                <Vertex><FRAME_LON>+4.36e+00</FRAME_LON><FRAME_LAT>+4.42e+01</FRAME_LAT></Vertex>
                <Vertex><FRAME_LON>+5.19e+00</FRAME_LON><FRAME_LAT>+4.41e+01</FRAME_LAT></Vertex>
                <Vertex><FRAME_LON>+5.02e+00</FRAME_LON><FRAME_LAT>+4.35e+01</FRAME_LAT></Vertex>
                <Vertex><FRAME_LON>+4.20e+00</FRAME_LON><FRAME_LAT>+4.36e+01</FRAME_LAT></Vertex>
                <Scene_Center><FRAME_LON>+4.70e+00</FRAME_LON><FRAME_LAT>+4.38e+01</FRAME_LAT></Scene_Center>
              </Dataset_Frame>
              <Coordinate_Reference_System><Horizontal_CS>
                <HORIZONTAL_CS_CODE>epsg:32631</HORIZONTAL_CS_CODE>
                <HORIZONTAL_CS_TYPE>PROJECTED</HORIZONTAL_CS_TYPE>
              </Horizontal_CS></Coordinate_Reference_System>
              <Geoposition><Geoposition_Insert><XDIM>10</XDIM><YDIM>10</YDIM></Geoposition_Insert></Geoposition>
              <Image_Display>
                <Special_Value>
                  <SPECIAL_VALUE_INDEX>0</SPECIAL_VALUE_INDEX><SPECIAL_VALUE_TEXT>NODATA</SPECIAL_VALUE_TEXT>
                </Special_Value>
              </Image_Display>
              <Production>
                <DATASET_PRODUCTION_DATE>2006-05-12T17:24:33.000000</DATASET_PRODUCTION_DATE>
                <Production_Facility>
                  <SOFTWARE_NAME>CAP_T</SOFTWARE_NAME><SOFTWARE_VERSION>07-01</SOFTWARE_VERSION>
                  <PROCESSING_CENTER>SLS_TOULOUSE</PROCESSING_CENTER>
                </Production_Facility>
              </Production>
              <Dataset_Sources><Source_Information>
                <SOURCE_ID>50482610511291030381J</SOURCE_ID>
                <Scene_Source>
                  <IMAGING_DATE>2005-11-29</IMAGING_DATE><IMAGING_TIME>10:30:43</IMAGING_TIME>
                  <MISSION>SPOT</MISSION><MISSION_INDEX>5</MISSION_INDEX>
                  <INSTRUMENT>HRG</INSTRUMENT><INSTRUMENT_INDEX>1</INSTRUMENT_INDEX>
                  <SCENE_PROCESSING_LEVEL>2A</SCENE_PROCESSING_LEVEL>
                  <INCIDENCE_ANGLE>-1.99e+01</INCIDENCE_ANGLE>
                  <VIEWING_ANGLE>-1.75e+01</VIEWING_ANGLE>
                  <SUN_AZIMUTH>+1.65e+02</SUN_AZIMUTH>
                  <SUN_ELEVATION>+2.35e+01</SUN_ELEVATION>
                </Scene_Source>
              </Source_Information></Dataset_Sources>
              <Image_Interpretation>
                <Spectral_Band_Info>
                  <BAND_INDEX>2</BAND_INDEX><BAND_DESCRIPTION>XS2</BAND_DESCRIPTION>
                  <PHYSICAL_BIAS>0.0</PHYSICAL_BIAS><PHYSICAL_GAIN>4.0</PHYSICAL_GAIN>
                </Spectral_Band_Info>
                <Spectral_Band_Info>
                  <BAND_INDEX>1</BAND_INDEX><BAND_DESCRIPTION>XS3</BAND_DESCRIPTION>
                  <PHYSICAL_BIAS>0.0</PHYSICAL_BIAS><PHYSICAL_GAIN>2.0</PHYSICAL_GAIN>
                </Spectral_Band_Info>
              </Image_Interpretation>
            </Dimap_Document>
            """;

    static final String OPEN_AERIAL_MAP = """
            {
              "uuid": "http://oin.example.com/573a17d4cd0663bb003c32b6/0/575fcf142b67227a79b4fbfd.tif",
              "title": "Puente Rio Chico",
              "projection": "EPSG:4326",
              "bbox": [-80.42, -0.98, -80.41, -0.97],
              "footprint": "POLYGON((-80.42 -0.97,-80.41 -0.97,-80.41 -0.98,-80.42 -0.98,-80.42 -0.97))",
              "gsd": 0.05,
              "acquisition_start": "2016-04-27T05:00:00.000Z",
              "acquisition_end": "2016-04-28T17:00:03.000Z",
              "platform": "UAV",
              "provider": "A surveyor",
              "contact": "a surveyor,someone@example.com",
              "properties": {"sensor": "RGB camera", "license": "CC-BY 4.0"},
              "uploaded_at": "2016-05-16T00:00:00.000Z"
            }
            """;
}
