import io.stacgenerator.GenerationListener;
import io.stacgenerator.GenerationOptions;
import io.stacgenerator.GenerationRequest;
import io.stacgenerator.StacGenerator;

/** Makes the Item of a request, with a listener that fails: the library warns of it in the log of its host. */
public final class Logged {

    public static void main(String[] args) {
        GenerationOptions options = GenerationOptions.builder()
                .listener(new GenerationListener() {
                    @Override
                    public void started(GenerationRequest request) {
                        throw new IllegalStateException("the host's fault");
                    }
                })
                .build();
        try (StacGenerator generator = StacGenerator.create()) {
            System.out.println(generator.generate(GenerationRequest.fromJson(args[0]), options).item().toJson());
        }
    }
}
