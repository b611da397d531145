package io.stacgenerator.gcs;

import io.stacgenerator.testkit.ServiceRegistrationContract;

final class ServiceRegistrationTest extends ServiceRegistrationContract {}
