package io.stacgenerator.material;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test that needs GDAL with its Java bindings; {@code -Dstacgenerator.require=gdal} forbids to skip it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Requires("gdal")
public @interface RequiresGdal {}
