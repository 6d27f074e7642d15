package dev.idem.testing.shop;

import dev.idem.codec.ResultCodec;
import dev.idem.codec.ResultCodecException;
import dev.idem.codec.ResultType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts what another codec writes, with AES-GCM: a random IV of 12 bytes, then the ciphertext with its tag. */
public final class EncryptingCodec implements ResultCodec {

    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    private final ResultCodec plain;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    public EncryptingCodec(ResultCodec plain, SecretKey key) {
        this.plain = plain;
        this.key = key;
    }

    @Override
    public byte[] encode(Object value, ResultType type) {
        byte[] iv = new byte[IV];
        random.nextBytes(iv);
        byte[] text = plain.encode(value, type);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, iv, type);
            byte[] bytes = new byte[IV + cipher.getOutputSize(text.length)];
            System.arraycopy(iv, 0, bytes, 0, IV);
            cipher.doFinal(text, 0, text.length, bytes, IV);
            return bytes;
        } catch (GeneralSecurityException e) {
            throw new ResultCodecException("A result of type " + type + " cannot be encrypted.", e);
        }
    }

    @Override
    public Object decode(byte[] bytes, ResultType type) {
        if (bytes.length < IV + TAG_BITS / 8) {
            throw new ResultCodecException("A record of type " + type + " is not encrypted.", null);
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, bytes, type);
            return plain.decode(cipher.doFinal(bytes, IV, bytes.length - IV), type);
        } catch (GeneralSecurityException e) {
            throw new ResultCodecException("A record of type " + type + " cannot be decrypted.", e);
        }
    }

    /** The declared type is authenticated with the record: it cannot be passed off as that of another type. */
    private Cipher cipher(int mode, byte[] bytes, ResultType type) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, bytes, 0, IV));
        cipher.updateAAD(type.toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
