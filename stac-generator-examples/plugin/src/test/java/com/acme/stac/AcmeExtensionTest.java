package com.acme.stac;

import io.stacgenerator.spi.StacExtension;
import io.stacgenerator.testkit.StacExtensionContract;

class AcmeExtensionTest extends StacExtensionContract {

    @Override
    protected StacExtension extension() {
        return new AcmeExtension();
    }

    @Override
    protected String example() {
        return """
                {"properties": {"acme:station": "BRN-7", "acme:score": 0.5},
                 "assets": {"asset": {"href": "asset.txt", "acme:sensor": "T-1000"}}}""";
    }
}
