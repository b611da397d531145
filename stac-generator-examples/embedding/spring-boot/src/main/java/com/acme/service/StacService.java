package com.acme.service;

import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;
import io.stacgenerator.job.InMemoryJobQueue;
import io.stacgenerator.job.JobId;
import io.stacgenerator.job.JobQueue;
import io.stacgenerator.job.JobQueueOptions;
import io.stacgenerator.job.JobWorker;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes requests as jobs, and returns their Items. */
@SpringBootApplication
public class StacService {

    public static void main(String[] args) {
        SpringApplication.run(StacService.class, args);
    }

    @Bean
    StacGenerator generator() {
        return StacGenerator.create();
    }

    @Bean
    JobQueue queue() {
        return new InMemoryJobQueue(JobQueueOptions.ofDefaults());
    }

    @Bean
    JobWorker worker(JobQueue queue, StacGenerator generator) {
        return JobWorker.builder(queue, generator::generate).threads(2).start();
    }

    /** The calls; the answers are JSON that the library has written. */
    @RestController
    static class Jobs {

        private final JobQueue queue;

        Jobs(JobQueue queue) {
            this.queue = queue;
        }

        @PostMapping("/jobs")
        ResponseEntity<String> submit(@RequestBody String request) {
            JobId id = queue.submit(GenerationRequest.fromJson(request));
            return ResponseEntity.accepted().body(id.toString());
        }

        @GetMapping(value = "/jobs/{id}/item", produces = MediaType.APPLICATION_JSON_VALUE)
        ResponseEntity<String> item(@PathVariable String id) {
            return ResponseEntity.of(queue.result(new JobId(id)).map(result -> result.item().toJson()));
        }
    }
}
