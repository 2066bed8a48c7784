namespace Actors.Web.Errors;

/// <summary>What a body may say of the request that is refused.</summary>
/// <param name="RequestId">The request's id, as in <c>X-Request-ID</c>.</param>
/// <param name="Now">The moment of the refusal, UTC.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, without the query.</param>
public sealed record ErrorContext(string RequestId, DateTimeOffset Now, string Method, string Path);
