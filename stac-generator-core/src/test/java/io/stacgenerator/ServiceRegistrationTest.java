package io.stacgenerator;

import io.stacgenerator.testkit.ServiceRegistrationContract;

final class ServiceRegistrationTest extends ServiceRegistrationContract {}
