package dev.idem.sample;

import dev.idem.sample.demo.Demo;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Serves the prompt gateway; with {@code demo} as the first argument, shows what the guard saves. */
@SpringBootApplication(proxyBeanMethods = false)
public class SampleApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("demo")) {
            System.exit(Demo.run(Arrays.asList(args).subList(1, args.length), System.out));
        }
        SpringApplication.run(SampleApplication.class, args);
    }
}
