package io.stacgenerator.internal.crs;

import java.math.BigDecimal;

/** Numbers as PROJ strings have them. */
final class ProjNumber {

    private ProjNumber() {}

    static String text(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
