import io.micronaut.data.annotation.*

@JvmInline value class Code(val text: String)

@MappedEntity("teams")
class Team(@field:Id val id: Long, val name: String) {
    var code: Code = Code("x")
}
