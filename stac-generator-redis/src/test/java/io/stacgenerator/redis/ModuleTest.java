package io.stacgenerator.redis;

import io.stacgenerator.testkit.ModuleContract;

final class ModuleTest extends ModuleContract {}
