using System.Collections.Immutable;

namespace Actors.Web.Errors;

/// <summary>One fault of a request, in the wording of FastAPI and pydantic.</summary>
/// <param name="Loc">The location, for example <c>["body", "events", 0, "title"]</c>; strings and integers only.</param>
/// <param name="Msg">A sentence for people.</param>
/// <param name="Type">A stable name for programs, for example <c>missing</c> or <c>string_type</c>.</param>
public sealed record Fault(ImmutableArray<object> Loc, string Msg, string Type);
