module stoa.example/sdk

go 1.25
