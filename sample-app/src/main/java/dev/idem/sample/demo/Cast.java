package dev.idem.sample.demo;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** The gateways that play a scene together: processes of their own with the same settings. */
final class Cast implements AutoCloseable {

    private final List<Instance> instances;
    private final Settings settings;

    private Cast(List<Instance> instances, Settings settings) {
        this.instances = instances;
        this.settings = settings;
    }

    /** Starts them without waiting. */
    static Cast start(int size, Settings settings) {
        List<String> arguments = settings.arguments();
        return new Cast(
                Stream.generate(() -> Instance.start(arguments)).limit(size).toList(), settings);
    }

    void awaitReady() {
        instances.forEach(Instance::address);
    }

    List<URI> addresses() {
        return instances.stream().map(Instance::address).toList();
    }

    /** Ends the first one at once, as {@code kill -9} does. */
    void killFirst() {
        instances.get(0).kill();
    }

    /** How many, and on which store. */
    @Override
    public String toString() {
        return instances.size() + " x " + settings.store();
    }

    @Override
    public void close() {
        instances.forEach(Instance::terminate);
        instances.forEach(Instance::close);
    }
}
