import io.micronaut.data.annotation.*
import io.micronaut.data.model.DataType
import jakarta.persistence.Column
import jakarta.validation.constraints.Size
import java.math.BigDecimal
import java.time.*
import java.util.UUID

enum class Kind(val short: String) {
    SMALL("s") { override fun limit() = 1 },
    LARGE("l") { override fun limit() = 9 };
    abstract fun limit(): Int
    companion object { val usual = SMALL }
}

@Embeddable
data class Address(val street: String, val city: String?, val zip: Int?)

@MappedEntity("teams")
@Index(name = "teams_name_idx", columns = ["name", "kind"])
data class Team(
    @field:Id @field:GeneratedValue var id: Long? = null,
    @field:Size(max = 40) val name: String,
    @get:Column(name = "nick", length = 12, unique = true) val nickName: String?,
    @field:MappedProperty("points") var score: Int = 0,
    val bonus: Int?,
    val isActive: Boolean = true,
    val kind: Kind = Kind.usual,
    val other: Kind?,
    @field:Relation(Relation.Kind.EMBEDDED) val address: Address,
    @field:TypeDef(type = DataType.JSON) val data: Map<String, String>?,
) {
    companion object {
        const val TABLE = "teams"
        val none = "none"
    }
}

@MappedEntity("members")
open class Member(
    @field:Id @field:AutoPopulated var id: UUID,
    @field:Column(precision = 10, scale = 2) var price: BigDecimal?,
    @field:Relation(Relation.Kind.MANY_TO_ONE) var team: Team,
    @field:Relation(Relation.Kind.MANY_TO_ONE) var deputy: Team?,
    var since: LocalDate,
    var seen: Instant?,
) {
    lateinit var createdBy: String
    @get:Transient val label: String get() = createdBy + since
}
