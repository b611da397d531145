package com.acme.service;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Makes the Item of a request while the caller waits. */
@ApplicationScoped
@Path("/items")
public class StacResource {

    private final StacGenerator generator = StacGenerator.create();

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public String item(String request) {
        return generator.generate(GenerationRequest.fromJson(request)).item().toJson();
    }

    @PreDestroy
    void close() {
        generator.close();
    }
}
