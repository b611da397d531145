package io.stacgenerator.redis;

import io.stacgenerator.testkit.ServiceRegistrationContract;

final class ServiceRegistrationTest extends ServiceRegistrationContract {}
