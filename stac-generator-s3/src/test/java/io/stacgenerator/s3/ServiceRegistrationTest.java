package io.stacgenerator.s3;

import io.stacgenerator.testkit.ServiceRegistrationContract;

final class ServiceRegistrationTest extends ServiceRegistrationContract {}
