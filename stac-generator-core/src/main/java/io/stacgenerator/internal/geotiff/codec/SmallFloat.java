package io.stacgenerator.internal.geotiff.codec;

/**
 * Floating point numbers of fewer than 32 bits, built like those of IEEE 754: sign, exponent, mantissa.
 *
 * @param exponentBits the bits of the exponent
 * @param mantissaBits the bits of the mantissa
 */
record SmallFloat(int exponentBits, int mantissaBits) {

    /** Binary16 of IEEE 754. */
    static final SmallFloat HALF = new SmallFloat(5, 10);

    /** The 24 bits of Adobe's TIFF technical note 3. */
    static final SmallFloat THREE_BYTES = new SmallFloat(7, 16);

    double value(int bits) {
        int mantissa = bits & ((1 << mantissaBits) - 1);
        int largest = (1 << exponentBits) - 1;
        int exponent = bits >> mantissaBits & largest;
        int bias = largest >> 1;
        double magnitude;
        if (exponent == largest) {
            magnitude = mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            magnitude = Math.scalb((double) mantissa, 1 - bias - mantissaBits);
        } else {
            magnitude = Math.scalb((double) (mantissa | 1 << mantissaBits), exponent - bias - mantissaBits);
        }
        return (bits >> (exponentBits + mantissaBits) & 1) == 0 ? magnitude : -magnitude;
    }
}
