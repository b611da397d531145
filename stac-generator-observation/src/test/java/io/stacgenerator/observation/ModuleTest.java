package io.stacgenerator.observation;

import io.stacgenerator.testkit.ModuleContract;

final class ModuleTest extends ModuleContract {}
