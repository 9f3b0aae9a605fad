/// What the start of a JVM costs.
final class Empty {
    private Empty() {}

    public static void main(String[] arguments) {}
}
