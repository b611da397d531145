package com.acme.stac;

import io.stacgenerator.testkit.ServiceRegistrationContract;

class RegistrationTest extends ServiceRegistrationContract {}
