package io.stacgenerator.material;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips a test whose material is missing, or fails it where the material is required. */
final class MaterialCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        for (String name : names(context)) {
            Optional<String> missing = Material.missing(name);
            if (missing.isPresent()) {
                return absent(name, missing.get());
            }
        }
        return ConditionEvaluationResult.enabled("all that it needs is there");
    }

    /** An element may require several things, some of them by other annotations. */
    private static Set<String> names(ExtensionContext context) {
        Set<String> names = new LinkedHashSet<>();
        context.getElement().ifPresent(element -> {
            if (AnnotationSupport.isAnnotated(element, RequiresGdal.class)) {
                names.add("gdal");
            }
            AnnotationSupport.findAnnotation(element, Requires.class)
                    .ifPresent(requires -> names.addAll(List.of(requires.value())));
        });
        return names;
    }

    static ConditionEvaluationResult absent(String name, String missing) {
        if (Material.isRequired(name)) {
            throw new IllegalStateException(
                    "%s is required by -D%s, but missing: %s".formatted(name, Material.REQUIRED, missing));
        }
        return ConditionEvaluationResult.disabled(missing);
    }
}
