namespace Actors.Web.Identity;

/// <summary>On an endpoint that requires a caller: requests that are answered without one.</summary>
/// <param name="Applies">Looks at the request alone, and keeps nothing.</param>
internal sealed record AccessExemption(Func<HttpContext, bool> Applies);
