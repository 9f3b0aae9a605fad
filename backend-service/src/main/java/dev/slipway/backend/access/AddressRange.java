package dev.slipway.backend.access;

import dev.slipway.backend.setting.SettingException;
import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses with the same first bits: `10.0.0.0/8`, `fd00::/8`, or one address.
record AddressRange(InetAddress address, int bits) {
    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]+)(?:/(\\d{1,3}))?");

    static AddressRange parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (matcher.matches()) {
            try {
                InetAddress address = InetAddress.ofLiteral(matcher.group(1));
                int most = address.getAddress().length * Byte.SIZE;
                int bits = matcher.group(2) == null ? most : Integer.parseInt(matcher.group(2));
                if (bits <= most) {
                    return new AddressRange(address, bits);
                }
            } catch (IllegalArgumentException e) {
                // said below
            }
        }
        throw new SettingException(
                "TRUSTED_PROXIES does not take \"%s\"; give networks such as 10.0.0.0/8, separated by commas"
                        .formatted(text.strip()));
    }

    boolean contains(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
