package io.stacgenerator.azure;

/** What Azurite and the emulator before it have in common, by Microsoft's documentation. */
final class Emulator {

    static final String ACCOUNT = "devstoreaccount1";
    static final String ENDPOINT = "http://127.0.0.1:10000/" + ACCOUNT;
    static final String KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private Emulator() {}
}
