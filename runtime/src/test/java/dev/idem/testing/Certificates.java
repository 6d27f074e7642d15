package dev.idem.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** A certificate for 127.0.0.1 from an authority of its own, both made by the JDK's {@code keytool} and good for a day. */
public final class Certificates {

    public static final String PASSWORD = "changeit";

    private final Path directory;

    /** New ones, in an empty directory. */
    public Certificates(Path directory) {
        this.directory = directory;
        try {
            keytool("-genkeypair -alias ca -keyalg EC -groupname secp256r1 -dname CN=authority -ext bc:c -validity 1");
            keytool("-genkeypair -alias server -keyalg EC -groupname secp256r1 -dname CN=server -signer ca"
                    + " -ext san=ip:127.0.0.1 -validity 1");
            KeyStore keys = KeyStore.getInstance(directory.resolve("keys.p12").toFile(), PASSWORD.toCharArray());
            pem("server.pem", "CERTIFICATE", keys.getCertificate("server").getEncoded());
            pem("ca.pem", "CERTIFICATE", keys.getCertificate("ca").getEncoded());
            pem(
                    "server.key",
                    "PRIVATE KEY",
                    keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry("ca", keys.getCertificate("ca"));
            try (var out = Files.newOutputStream(trustStore())) {
                trust.store(out, PASSWORD.toCharArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A PKCS #12 file that holds the authority and nothing else. */
    public Path trustStore() {
        return directory.resolve("trust.p12");
    }

    /** What makes a server speak TLS with this certificate on a port, and ask clients for none. */
    public List<String> serverOptions(int port) {
        return List.of(
                "--tls-port", Integer.toString(port),
                "--tls-cert-file", file("server.pem"),
                "--tls-key-file", file("server.key"),
                "--tls-ca-cert-file", file("ca.pem"),
                "--tls-auth-clients", "no");
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private void pem(String name, String type, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                directory.resolve(name), "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
    }

    private void keytool(String arguments) throws IOException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = Stream.concat(
                        Stream.of(tool, "-keystore", file("keys.p12"), "-storepass", PASSWORD),
                        Arrays.stream(arguments.split(" ", -1)))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(output);
        }
    }
}
