package dev.idem.it;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.retry.annotation.EnableRetry;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** An application with a database and every advice that Spring has to offer, each in its default order. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableTransactionManagement
@EnableCaching
@EnableRetry
@EnableAsync
public class Bank {

    /** Starts a bank. */
    public static Application open(String... properties) {
        return Application.with(properties)
                .configuredBy(Bank.class)
                .having(Teller.class)
                .having(Ledger.class)
                .having(Clerk.class)
                .start();
    }

    /** How many entries have been committed. */
    public static int entries(Application bank) {
        return bank.bean(JdbcTemplate.class).queryForObject("select count(*) from entry", Integer.class);
    }

    @Bean
    EmbeddedDatabase database() {
        return new EmbeddedDatabaseBuilder()
                .generateUniqueName(true)
                .setType(EmbeddedDatabaseType.H2)
                .build();
    }

    @Bean
    JdbcTemplate jdbc(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("create table entry (text varchar(99))");
        return jdbc;
    }

    @Bean
    CountingTransactionManager transactionManager(DataSource database) {
        return new CountingTransactionManager(database);
    }

    @Bean
    CacheManager caches() {
        return new ConcurrentMapCacheManager();
    }

    @Bean
    ThreadPoolTaskExecutor pool() {
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.setCorePoolSize(2);
        pool.setThreadNamePrefix("pool-");
        return pool;
    }

    /** Counts the transactions that it began. */
    public static final class CountingTransactionManager extends JdbcTransactionManager {

        private final transient AtomicInteger begun = new AtomicInteger();

        CountingTransactionManager(DataSource database) {
            super(database);
        }

        public int begun() {
            return begun.get();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            begun.incrementAndGet();
            super.doBegin(transaction, definition);
        }
    }
}
