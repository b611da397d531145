package io.stacgenerator.internal.vendor;

/** Units of bands in the words of UDUNITS. */
final class Units {

    static final String RADIANCE = "watt/steradian/square_meter/micrometer";

    private Units() {}
}
