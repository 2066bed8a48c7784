using System.Collections.Immutable;

namespace Actors.Web.Errors;

/// <summary>One thing wrong with a request, worded as FastAPI and pydantic word it.</summary>
/// <param name="Loc">Where: <c>["body", "events", 0, "title"]</c>; strings and integers only.</param>
/// <param name="Msg">A sentence for people.</param>
/// <param name="Type">A stable name for programs, such as <c>missing</c> or <c>string_type</c>.</param>
public sealed record Fault(ImmutableArray<object> Loc, string Msg, string Type);
