namespace Actors.Web.Errors;

/// <summary>The data of a request that an error body may contain.</summary>
/// <param name="RequestId">The request's id, as in <c>X-Request-ID</c>.</param>
/// <param name="Now">The current time, UTC.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, without the query.</param>
public sealed record ErrorContext(string RequestId, DateTimeOffset Now, string Method, string Path);
