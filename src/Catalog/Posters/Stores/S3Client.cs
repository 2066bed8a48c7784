using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace Actors.Catalog.Posters.Stores;

/// <summary>The SDK's client as any S3 server understands it, not only Amazon's.</summary>
internal static class S3Client
{
    private const int Retries = 2;

    public static AmazonS3Client Create(S3Settings settings) => new(
        new BasicAWSCredentials(settings.AccessKey, settings.SecretKey),
        new AmazonS3Config
        {
            ServiceURL = settings.Endpoint.AbsoluteUri,
            AuthenticationRegion = settings.Region,
            ForcePathStyle = true,
            Timeout = settings.Patience,
            MaxErrorRetry = Retries,
            // Trailing checksums are an extension that other servers refuse.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    /// <summary>Makes the bucket unless it is there; two that make it at once are both right.</summary>
    public static async Task EnsureBucketAsync(AmazonS3Client client, string bucket)
    {
        try
        {
            await client.HeadBucketAsync(new() { BucketName = bucket });
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            await MakeAsync(client, bucket);
        }
    }

    private static async Task MakeAsync(AmazonS3Client client, string bucket)
    {
        try
        {
            await client.PutBucketAsync(bucket);
        }
        catch (AmazonS3Exception made) when (made.StatusCode == HttpStatusCode.Conflict)
        {
            // Somebody else made it in between.
        }
    }
}
