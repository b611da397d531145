package io.stacgenerator.material;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs material from outside, given by the system property {@code stacgenerator.NAME}, or GDAL.
 *
 * <p>It is skipped where that is missing, and fails where {@code -Dstacgenerator.require=corpus,gdal} lists the name.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(MaterialCondition.class)
public @interface Requires {

    /** The names of what is needed, such as {@code corpus}. */
    String[] value();
}
