package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.alicp.jetcache.anno.CacheType;
import com.alicp.jetcache.anno.Cached;
import com.alicp.jetcache.anno.CachePenetrationProtect;
import dev.idem.*;
import dev.idem.codec.*;
import dev.idem.codec.jackson.JacksonResultCodec;
import dev.idem.engine.*;
import dev.idem.intercept.aspectj.*;
import dev.idem.junit.*;
import dev.idem.key.*;
import dev.idem.retry.*;
import dev.idem.retry.RetryClassifier.Verdict;
import dev.idem.spring.web.*;
import dev.idem.store.*;
import dev.idem.store.caffeine.CaffeineStore;
import dev.idem.testing.shop.EncryptingCodec;
import java.io.*;
import java.math.*;
import java.nio.charset.StandardCharsets;
import java.security.*;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import javax.crypto.*;
import javax.crypto.spec.GCMParameterSpec;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redisson.api.RBucket;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.client.RestClient;
import reactor.core.publisher.*;

class Example extends Given {
    Example() throws Exception {}

    // the block
}
