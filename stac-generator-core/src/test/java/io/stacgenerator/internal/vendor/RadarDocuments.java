package io.stacgenerator.internal.vendor;

/** Documents as the vendors of radar images write them, shortened. */
final class RadarDocuments {

    static final String ICEYE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Metadata>
              <spec_version>2.3</spec_version>
              <product_name>ICEYE_X7_GRD_SM_154171_20211027T183203</product_name>
              <product_level>GRD</product_level>
              <satellite_name>ICEYE-X7</satellite_name>
              <acquisition_mode>stripmap</acquisition_mode>
              <look_side>right</look_side>
              <processing_time>2021-10-28T08:30:21</processing_time>
              <processor_version>ICEYE_P_1.43</processor_version>
              <acquisition_start_utc>2021-10-27T18:32:03.611924</acquisition_start_utc>
              <acquisition_end_utc>2021-10-27T18:32:13.607838</acquisition_end_utc>
              <orbit_absolute_number>12652</orbit_absolute_number>
              <orbit_direction>DESCENDING</orbit_direction>
              <polarization>VV</polarization>
              <azimuth_looks>1</azimuth_looks>
              <range_looks>2</range_looks>
              <range_spacing>2.5</range_spacing>
              <azimuth_spacing>2.5</azimuth_spacing>
              <carrier_frequency>9650000000.0</carrier_frequency>
              <coord_first_near>1 1 16.57 102.87</coord_first_near>
              <coord_first_far>17617 1 16.65 102.46</coord_first_far>
              <coord_last_near>1 26447 15.99 102.74</coord_last_near>
              <coord_last_far>17617 26447 16.06 102.34</coord_last_far>
              <incidence_center>17.02</incidence_center>
            </Metadata>
            """;

    /** Of the products in COG: the names of STAC, but hertz and capitals. */
    static final String ICEYE_JSON = """
            {
              "datetime": "2024-06-12T17:43:46.5Z",
              "start_datetime": "2024-06-12T17:43:39.25Z",
              "end_datetime": "2024-06-12T17:43:53.75Z",
              "platform": "ICEYE-X11",
              "constellation": "ICEYE",
              "sar:center_frequency": 9600000000,
              "sar:frequency_band": "X",
              "sar:instrument_mode": "spotlight",
              "sar:looks_azimuth": 4,
              "sar:looks_range": 1,
              "sar:observation_direction": "LEFT",
              "sar:pixel_spacing_azimuth": 0.25,
              "sar:pixel_spacing_range": 0.24,
              "sar:polarizations": ["VV"],
              "sar:product_type": "GRD-COG",
              "sar:resolution_azimuth": 0.5,
              "sar:resolution_range": 0.51,
              "sat:orbit_state": "DESCENDING",
              "view:azimuth": 100.75,
              "view:incidence_angle": 31.9,
              "view:off_nadir": 28.9,
              "processing:software": {"processor": "ICEYE_I_1.1.1"},
              "iceye:processing_end_datetime": "2024-06-13T08:12:46.28Z",
              "iceye:filename": "ICEYE_75CMBF_20240612T174339Z_4119892_X11_SLF_GRD.json",
              "iceye:image_id": 4119892
            }
            """;

    static final String TERRASAR_X = """
            <?xml version="1.0" encoding="UTF-8"?>
            <level1Product>
              <generalHeader><generationTime>2021-08-06T06:51:01.000000</generationTime></generalHeader>
              <productComponents>
                <annotation>
                  <type>MAIN</type>
                  <file><location>
                    <filename>TDX1_SAR__EEC_RE___SM_S_SRA_20210805T210730_20210805T210738.xml</filename>
                  </location></file>
                </annotation>
              </productComponents>
              <productInfo>
                <generationInfo><level1ProcessingFacility>TS-X PGS NZ</level1ProcessingFacility></generationInfo>
                <missionInfo>
                  <mission>TDX-1</mission>
                  <absOrbit>61696</absOrbit>
                  <relOrbit>103</relOrbit>
                  <orbitDirection>DESCENDING</orbitDirection>
                </missionInfo>
                <acquisitionInfo>
                  <sensor>SAR</sensor>
                  <imagingMode>SM</imagingMode>
                  <lookDirection>RIGHT</lookDirection>
                  <polarisationList><polLayer>HH</polLayer></polarisationList>
                </acquisitionInfo>
                <productVariantInfo><productVariant>EEC</productVariant></productVariantInfo>
                <imageDataInfo>
                  <imageRaster>
                    <groundRangeResolution>6.352969</groundRangeResolution>
                    <azimuthResolution>6.321112</azimuthResolution>
                  </imageRaster>
                </imageDataInfo>
                <sceneInfo>
                  <start><timeUTC>2021-08-05T21:07:30.187426Z</timeUTC></start>
                  <stop><timeUTC>2021-08-05T21:07:38.186859Z</timeUTC></stop>
                  <sceneCenterCoord><incidenceAngle>4.76728E+01</incidenceAngle></sceneCenterCoord>
                  <sceneCornerCoord><lat>4.876E+01</lat><lon>1.3532E+02</lon></sceneCornerCoord>
                  <sceneCornerCoord><lat>4.880E+01</lat><lon>1.3490E+02</lon></sceneCornerCoord>
                  <sceneCornerCoord><lat>4.826E+01</lat><lon>1.3520E+02</lon></sceneCornerCoord>
                  <sceneCornerCoord><lat>4.830E+01</lat><lon>1.3479E+02</lon></sceneCornerCoord>
                </sceneInfo>
              </productInfo>
              <processing><doppler><centerFrequency>0</centerFrequency></doppler></processing>
              <instrument>
                <radarParameters><centerFrequency>9.649998797E+09</centerFrequency></radarParameters>
              </instrument>
            </level1Product>
            """;

    static final String UMBRA = """
            {
              "version": "1.0.0",
              "vendor": "Umbra Space",
              "imagingMode": "SPOTLIGHT",
              "umbraSatelliteName": "UMBRA_04",
              "collects": [
                {
                  "startAtUTC": "2023-10-02T02:35:00.5+00:00",
                  "endAtUTC": "2023-10-02T02:35:04.5+00:00",
                  "radarBand": "X",
                  "radarCenterFrequencyHz": 9600000000,
                  "polarizations": ["VV"],
                  "angleAzimuthDegrees": -40.0,
                  "angleIncidenceDegrees": 35.5,
                  "satelliteTrack": "ASCENDING",
                  "observationDirection": "LEFT",
                  "maxGroundResolution": {"azimuthMeters": 0.5, "rangeMeters": 0.45},
                  "footprintPolygonLla": {
                    "type": "Polygon",
                    "coordinates": [[[10, 1, 5], [11, 1, 5], [11, 2, 5], [10, 2, 5], [10, 1, 5]]]
                  }
                }
              ],
              "derivedProducts": {"GEC": [{"numLooks": 1}]}
            }
            """;

    static final String CAPELLA = """
            {
              "software_version": "2.54.0",
              "processing_time": "2020-12-10T01:00:00.5Z",
              "product_type": "GEO",
              "collect": {
                "start_timestamp": "2020-12-09T21:33:29.6Z",
                "stop_timestamp": "2020-12-09T21:33:32.6Z",
                "platform": "capella-2",
                "mode": "spotlight",
                "image": {
                  "pixel_spacing_row": 0.5,
                  "pixel_spacing_column": 0.6,
                  "azimuth_resolution": 0.7,
                  "ground_range_resolution": 0.8,
                  "range_looks": 1,
                  "azimuth_looks": 9,
                  "center_pixel": {
                    "incidence_angle": 39.2, "look_angle": 36.1, "center_time": "2020-12-09T21:33:31.1Z"
                  }
                },
                "radar": {
                  "center_frequency": 9650000000.0,
                  "pointing": "right",
                  "transmit_polarization": "H",
                  "receive_polarization": "V"
                },
                "state": {"direction": "descending"}
              }
            }
            """;

    static final String RADARSAT_2 = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <product xmlns="http://www.rsi.ca/rs2/prod/xml/schemas" copyright="RADARSAT-2 Data and Products">
              <productId>PDS_01035090</productId>
              <sourceAttributes>
                <satellite>RADARSAT-2</satellite>
                <sensor>SAR</sensor>
                <beamModeMnemonic>FQ9</beamModeMnemonic>
                <rawDataStartTime>2010-04-27T00:01:42.119000Z</rawDataStartTime>
                <radarParameters>
                  <acquisitionType>Fine Quad Polarization</acquisitionType>
                  <polarizations>HH VV HV VH</polarizations>
                  <radarCenterFrequency units="Hz">5.404999242769673e+09</radarCenterFrequency>
                  <antennaPointing>Right</antennaPointing>
                </radarParameters>
                <orbitAndAttitude><orbitInformation><passDirection>Ascending</passDirection></orbitInformation>
                </orbitAndAttitude>
              </sourceAttributes>
              <imageGenerationParameters>
                <generalProcessingInformation>
                  <productType>SLC</productType>
                  <processingFacility>RADARSAT-2 Ground Segment</processingFacility>
                  <processingTime>2010-04-28T10:11:12.000000Z</processingTime>
                  <softwareVersion>1.0</softwareVersion>
                </generalProcessingInformation>
                <sarProcessingInformation>
                  <zeroDopplerTimeFirstLine>2010-04-27T00:01:46.500000Z</zeroDopplerTimeFirstLine>
                  <zeroDopplerTimeLastLine>2010-04-27T00:01:42.500000Z</zeroDopplerTimeLastLine>
                  <numberOfRangeLooks>1</numberOfRangeLooks>
                  <numberOfAzimuthLooks>1</numberOfAzimuthLooks>
                  <incidenceAngleNearRange units="deg">2.8e+01</incidenceAngleNearRange>
                  <incidenceAngleFarRange units="deg">3.0e+01</incidenceAngleFarRange>
                </sarProcessingInformation>
              </imageGenerationParameters>
              <imageAttributes>
                <rasterAttributes>
                  <sampledPixelSpacing units="m">4.73e+00</sampledPixelSpacing>
                  <sampledLineSpacing units="m">4.79e+00</sampledLineSpacing>
                </rasterAttributes>
                <geographicInformation>
                  <geolocationGrid>
                    <imageTiePoint>
                      <imageCoordinate><line>0.0e+00</line><pixel>0.0e+00</pixel></imageCoordinate>
                      <geodeticCoordinate><latitude>2.97e+01</latitude><longitude>-9.08e+01</longitude>
                      </geodeticCoordinate>
                    </imageTiePoint>
                    <imageTiePoint>
                      <imageCoordinate><line>0.0e+00</line><pixel>1.0e+03</pixel></imageCoordinate>
                      <geodeticCoordinate><latitude>2.98e+01</latitude><longitude>-9.05e+01</longitude>
                      </geodeticCoordinate>
                    </imageTiePoint>
                    <imageTiePoint>
                      <imageCoordinate><line>5.0e+02</line><pixel>5.0e+02</pixel></imageCoordinate>
                      <geodeticCoordinate><latitude>2.95e+01</latitude><longitude>-9.07e+01</longitude>
                      </geodeticCoordinate>
                    </imageTiePoint>
                    <imageTiePoint>
                      <imageCoordinate><line>1.0e+03</line><pixel>0.0e+00</pixel></imageCoordinate>
                      <geodeticCoordinate><latitude>2.92e+01</latitude><longitude>-9.09e+01</longitude>
                      </geodeticCoordinate>
                    </imageTiePoint>
                    <imageTiePoint>
                      <imageCoordinate><line>1.0e+03</line><pixel>1.0e+03</pixel></imageCoordinate>
                      <geodeticCoordinate><latitude>2.93e+01</latitude><longitude>-9.06e+01</longitude>
                      </geodeticCoordinate>
                    </imageTiePoint>
                  </geolocationGrid>
                </geographicInformation>
              </imageAttributes>
            </product>
            """;

    /** In map geometry, of a compact polarization. */
    static final String RCM = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <product xmlns="rcmGsProductSchema" copyright="RCM Data and Products (c) CSA, 2020 - All Rights Reserved.">
              <productId>1052796_1</productId>
              <sourceAttributes>
                <satellite>RCM-1</satellite>
                <sensor>SAR</sensor>
                <beamModeMnemonic>3MCP24</beamModeMnemonic>
                <rawDataStartTime>2020-02-19T12:39:01.100000Z</rawDataStartTime>
                <radarParameters>
                  <polarizations>CH CV</polarizations>
                  <radarCenterFrequency units="Hz">5.405e+09</radarCenterFrequency>
                  <antennaPointing>Right</antennaPointing>
                </radarParameters>
                <orbitAndAttitude><orbitInformation><passDirection>Descending</passDirection></orbitInformation>
                </orbitAndAttitude>
              </sourceAttributes>
              <imageGenerationParameters>
                <generalProcessingInformation>
                  <productType>GCD</productType>
                  <polarizationsInProduct>CH CV</polarizationsInProduct>
                  <processingTime>2020-02-19T14:00:00.000000Z</processingTime>
                </generalProcessingInformation>
              </imageGenerationParameters>
              <imageReferenceAttributes>
                <rasterAttributes><sampledPixelSpacing units="m">8.0e-01</sampledPixelSpacing></rasterAttributes>
                <geographicInformation><mapProjection><positioningInformation>
                  <upperLeftCorner><geodeticCoordinate><latitude>5.009e+01</latitude><longitude>-9.727e+01</longitude>
                  </geodeticCoordinate></upperLeftCorner>
                  <upperRightCorner><geodeticCoordinate><latitude>5.008e+01</latitude><longitude>-9.692e+01</longitude>
                  </geodeticCoordinate></upperRightCorner>
                  <lowerRightCorner><geodeticCoordinate><latitude>4.979e+01</latitude><longitude>-9.694e+01</longitude>
                  </geodeticCoordinate></lowerRightCorner>
                  <lowerLeftCorner><geodeticCoordinate><latitude>4.980e+01</latitude><longitude>-9.728e+01</longitude>
                  </geodeticCoordinate></lowerLeftCorner>
                </positioningInformation></mapProjection></geographicInformation>
              </imageReferenceAttributes>
              <sceneAttributes>
                <imageAttributes><incAngNearRng>4.0e+01</incAngNearRng><incAngFarRng>4.1e+01</incAngFarRng></imageAttributes>
                <imageAttributes><incAngNearRng>4.1e+01</incAngNearRng><incAngFarRng>4.2e+01</incAngFarRng></imageAttributes>
              </sceneAttributes>
            </product>
            """;

    static final String SAOCOM = """
            <?xml version="1.0" encoding="UTF-8" standalone="no"?>
            <xmt:xemt xmlns:xmt="http://www.conae.gov.ar/CUSS/XEMT" code="SAR-SAOG-103-ICD" version="0.1">
              <product code="SAR-SAOG-103-ICD">
                <id>EOL1ASARSAO1A3111864</id>
                <productType><main>EO</main>
                  <sub><platform>SAO1A</platform><sensor>SAR</sensor><procLevel>L1A</procLevel></sub>
                </productType>
                <features>
                  <scene>
                    <frame>
                      <vertex><lat>-1.98</lat><lon>119.33</lon></vertex>
                      <vertex><lat>-1.06</lat><lon>119.14</lon></vertex>
                      <vertex><lat>-0.97</lat><lon>119.58</lon></vertex>
                      <vertex><lat>-1.89</lat><lon>119.77</lon></vertex>
                    </frame>
                    <timeFrame><timePeriod>
                      <startTime>2021-11-14T22:17:23.058780</startTime>
                      <endTime>2021-11-14T22:17:38.059240</endTime>
                    </timePeriod></timeFrame>
                  </scene>
                  <production>
                    <facilityID>CETT</facilityID>
                    <productionTime>2021-11-18T10:29:29.000000</productionTime>
                  </production>
                  <acquisition>
                    <acquisitionTime><startTime>2021-11-14T22:17:16.000602</startTime></acquisitionTime>
                    <parameters>
                      <fc>1275</fc>
                      <acqMode>SM</acqMode>
                      <beamID>S5DP</beamID>
                      <acquiredPols>HH-HV</acquiredPols>
                      <sideLooking>Right</sideLooking>
                    </parameters>
                  </acquisition>
                  <StateVectorData><OrbitDirection>ASCENDING</OrbitDirection></StateVectorData>
                </features>
              </product>
            </xmt:xemt>
            """;

    static final String SAOCOM_CHANNEL = """
            <?xml version="1.0" encoding="UTF-8" standalone="no" ?>
            <SAOCOM_XMLProduct xmlns:at="saocomTypes">
              <Channel Number="1" Total="1">
                <DataSetInfo>
                  <SensorName>SAO1A</SensorName>
                  <fc_hz>1275000000</fc_hz>
                  <SideLooking>RIGHT</SideLooking>
                </DataSetInfo>
                <SwathInfo><AcquisitionStartTime>08-NOV-2019 09:50:27.048000000000</AcquisitionStartTime></SwathInfo>
                <StateVectorData><OrbitDirection>DESCENDING</OrbitDirection></StateVectorData>
                <GroundCornerPoints>
                  <NorthWest><Point><val>0.31</val><val>119.69</val><val>0</val></Point></NorthWest>
                  <NorthEast><Point><val>0.31</val><val>120.01</val><val>0</val></Point></NorthEast>
                  <SouthWest><Point><val>-0.34</val><val>119.69</val><val>0</val></Point></SouthWest>
                  <SouthEast><Point><val>-0.34</val><val>120.01</val><val>0</val></Point></SouthEast>
                </GroundCornerPoints>
              </Channel>
            </SAOCOM_XMLProduct>
            """;

    static final String COSMO_SKYMED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE DeliveryNote SYSTEM "DeliveryNote.dtd"><DeliveryNote>
              <ProductInfo>
                <ProductName>CSKS3_SCS_B_HI_09_VV_RA_SF_20140902063229_20140902063236.h5</ProductName>
                <ProductGenerationDate>2014-09-12 11:41:39.000000000</ProductGenerationDate>
              </ProductInfo>
              <ProductDefinitionData>
                <ProductType>SCS_B</ProductType>
                <SceneSensingStartUTC>2014-09-02 06:32:28.506257696</SceneSensingStartUTC>
                <SceneSensingStopUTC>2014-09-02 06:32:36.148693235</SceneSensingStopUTC>
                <GeoCoordBottomLeft>64.84 -18.25 0.0 </GeoCoordBottomLeft>
                <GeoCoordBottomRight>64.92 -17.29 0.0 </GeoCoordBottomRight>
                <GeoCoordTopLeft>64.42 -18.05 0.0 </GeoCoordTopLeft>
                <GeoCoordTopRight>64.50 -17.11 0.0 </GeoCoordTopRight>
                <SatelliteId>CSKS3</SatelliteId>
                <AcquisitionMode>HIMAGE</AcquisitionMode>
                <LookSide>RIGHT</LookSide>
                <NearLookAngle>34.5 </NearLookAngle>
                <FarLookAngle>37.5 </FarLookAngle>
              </ProductDefinitionData>
              <ProcessingInfo><ProcessingLevel>Level-1A</ProcessingLevel></ProcessingInfo>
            </DeliveryNote>
            """;

    private RadarDocuments() {}
}
