package io.stacgenerator.pgstac;

import io.stacgenerator.testkit.ServiceRegistrationContract;

final class ServiceRegistrationTest extends ServiceRegistrationContract {}
