-- AlterEnum
ALTER TYPE "persona" ADD VALUE 'tryout';
