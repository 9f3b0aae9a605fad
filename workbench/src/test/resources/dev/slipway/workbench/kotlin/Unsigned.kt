import io.micronaut.data.annotation.*

@MappedEntity("teams")
class Team(@field:Id val id: Long, val name: String) {
    val size: UInt get() = 1u
}
