using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace Actors.Catalog.Posters.Stores;

/// <summary>Creates the SDK's client for any S3-compatible server.</summary>
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
            Timeout = settings.RequestTimeout,
            MaxErrorRetry = Retries,
            // Trailing checksums are an extension that some servers refuse.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    /// <summary>Creates the bucket if it is missing. Concurrent creation is not an error.</summary>
    public static async Task EnsureBucketAsync(AmazonS3Client client, string bucket)
    {
        try
        {
            await client.HeadBucketAsync(new() { BucketName = bucket });
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            await CreateBucketAsync(client, bucket);
        }
    }

    private static async Task CreateBucketAsync(AmazonS3Client client, string bucket)
    {
        try
        {
            await client.PutBucketAsync(bucket);
        }
        catch (AmazonS3Exception made) when (made.StatusCode == HttpStatusCode.Conflict)
        {
            // Another process created it.
        }
    }
}
