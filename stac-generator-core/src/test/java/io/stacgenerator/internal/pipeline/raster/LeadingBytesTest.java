package io.stacgenerator.internal.pipeline.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LeadingBytesTest {

    private static LeadingBytes of(String text) {
        return LeadingBytes.of(ByteBuffer.wrap(text.translateEscapes().getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', image/tiff, it is an empty file",
        "'', application/json, it is an empty file",
        "'<!DOCTYPE html><html>', image/tiff, it is an HTML page",
        "'\\n <HTML>', image/jp2, it is an HTML page",
        "'<!-- x --><html>', application/json, it is an HTML page",
        "'<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code>', image/tiff, it is an XML document",
        "'<ServiceExceptionReport>', image/png, it is an XML document",
        "'{\"error\": 404}', image/tiff, it is JSON",
        "'version https://git-lfs.github.com/spec/v1\\noid sha256:ab', image/tiff, it is a pointer of Git LFS",
        "'version https://git-lfs.github.com/spec/v1\\n', text/plain, it is a pointer of Git LFS",
        "'%PDF-1.7', image/tiff, it is a PDF",
        "'\\37\\213\\b', image/tiff, it is gzip data",
        "'PK\\3\\4', image/tiff, it is a ZIP archive",
        "'SQLite format 3\\0', image/tiff, it is an SQLite database",
        "'\\211PNG\\r\\n', image/tiff, it is a PNG",
        "'\\377\\330\\377', image/tiff, it is a JPEG",
        "'CDF\\1', image/tiff, it is a NetCDF",
        "'Not Found', application/netcdf, it is plain text",
        "'\\1\\2\\3', image/tiff, no reader knows it",
        "'\\0\\0\\0\\0', application/wmo-GRIB2, no reader knows it"
    })
    void bytesContradictAName(String bytes, String type, String reason) {
        assertThat(of(bytes).contradict(type)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'<a/>', application/xml",
        "'<kml>', application/vnd.google-earth.kml+xml",
        "'<html>', text/html",
        "'{\"a\": 1}', application/geo+json",
        "'{\"a\": 1}\\n', application/x-ndjson",
        "'a,b', text/csv",
        "'read me', text/plain",
        "'%PDF-1.7', application/pdf",
        "'PK\\3\\4', application/zip",
        "'SQLite format 3\\0', application/geopackage+sqlite3",
        "'\\1\\2\\3', application/vnd.las",
        "'\\211PNG\\r\\n', image/png",
        "'\\211HDF\\r\\n', application/netcdf",
        "'CDF\\2', application/netcdf",
        "'GRIB', application/wmo-GRIB2"
    })
    void bytesFitAName(String bytes, String type) {
        assertThat(of(bytes).contradict(type)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'<html>', its first bytes are 3c 68 74 6d 6c 3e '<html>'",
        "'\\1a', its first bytes are 01 61 '.a'",
        "'', it has no bytes"
    })
    void showsTheFirstBytes(String bytes, String shown) {
        assertThat(of(bytes).shown()).isEqualTo(shown);
    }
}
